namespace CtmsAnalytics.Diagnostics;

/// <summary>An input cannot be used. Nothing has been written. The command line prints the problems and ends with exit code 1.</summary>
public sealed class InputException : Exception
{
    /// <summary>Creates the exception without a problem.</summary>
    public InputException()
    {
    }

    /// <summary>Creates the exception from one sentence that has no place in a file.</summary>
    /// <param name="message">What happened and what would be right.</param>
    public InputException(string message)
        : base(message)
    {
    }

    /// <summary>Creates the exception from one sentence, with its cause.</summary>
    /// <param name="message">What happened and what would be right.</param>
    /// <param name="innerException">The cause.</param>
    public InputException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    /// <summary>Creates the exception from problems with their places.</summary>
    /// <param name="problems">One or more problems.</param>
    public InputException(IReadOnlyList<InputProblem> problems)
        : base(string.Join('\n', problems ?? throw new ArgumentNullException(nameof(problems))))
    {
        Problems = problems;
    }

    /// <summary>The problems with their places; empty where the message says it all.</summary>
    public IReadOnlyList<InputProblem> Problems { get; } = [];
}
