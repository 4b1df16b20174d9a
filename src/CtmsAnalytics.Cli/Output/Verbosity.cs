namespace CtmsAnalytics.Cli.Output;

/// <summary>How much a command says beside its result.</summary>
public enum Verbosity
{
    /// <summary>Results and errors, <c>--quiet</c>.</summary>
    Quiet,

    /// <summary>Also what a person at a terminal wants to know. The default.</summary>
    Normal,

    /// <summary>Also timings, files and versions on standard error, <c>--verbose</c>.</summary>
    Verbose,
}
