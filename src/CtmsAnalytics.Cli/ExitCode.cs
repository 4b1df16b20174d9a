namespace CtmsAnalytics.Cli;

/// <summary>What the process says to the script that called it.</summary>
public static class ExitCode
{
    /// <summary>Everything was done.</summary>
    public const int Success = 0;

    /// <summary>An input is wrong; nothing was written.</summary>
    public const int BadInput = 1;

    /// <summary>The command line itself is wrong.</summary>
    public const int Usage = 2;

    /// <summary>Rows were quarantined and <c>--strict</c> was asked for.</summary>
    public const int Quarantined = 3;

    /// <summary>The machine failed: disk full, no permission, a library that does not load.</summary>
    public const int Failure = 70;

    /// <summary>Stopped by Ctrl-C; the workspace is as it was before, and the finished draws of a simulation are kept beside it.</summary>
    public const int Cancelled = 130;
}
