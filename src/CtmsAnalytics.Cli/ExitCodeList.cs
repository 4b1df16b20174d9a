namespace CtmsAnalytics.Cli;

/// <summary>An exit code as help documents it.</summary>
/// <param name="Code">The code.</param>
/// <param name="Name">Its name in the JSON of an error.</param>
/// <param name="Meaning">What it tells a script.</param>
public sealed record ExitCodeMeaning(int Code, string Name, string Meaning);

/// <summary>Every exit code with its meaning, for help, for JSON and for the README.</summary>
public static class ExitCodeList
{
    /// <summary>The exit codes, ascending.</summary>
    public static IReadOnlyList<ExitCodeMeaning> All { get; } =
    [
        new(ExitCode.Success, "success", "Everything was done."),
        new(ExitCode.BadInput, "bad_input", "An input is wrong. Nothing was written."),
        new(ExitCode.Usage, "usage", "The command line itself is wrong. Nothing was read."),
        new(ExitCode.Quarantined, "quarantined", "Rows were set aside by an import with --strict; the others are imported."),
        new(ExitCode.Failure, "failure", "The machine failed: disk full, no permission, a library or a program that is missing."),
        new(ExitCode.Cancelled, "cancelled", "Stopped by Ctrl-C. The workspace is as it was; finished draws of a simulation are kept."),
    ];

    /// <summary>Name of a code in JSON.</summary>
    /// <param name="code">The code.</param>
    /// <returns>The name.</returns>
    public static string NameOf(int code) => All.Single(m => m.Code == code).Name;
}
