using System.CommandLine;
using CtmsAnalytics.Cli.Output;

namespace CtmsAnalytics.Cli.Commands;

/// <summary>The options that every command has.</summary>
internal sealed class GlobalOptions
{
    private readonly Option<bool> _quiet = new("--quiet", "-q") { Description = "Prints results and errors only: no remarks, no progress.", Recursive = true };

    private readonly Option<bool> _verbose = new("--verbose", "-v") { Description = "Tells timings, files and the workspace's version on standard error.", Recursive = true };

    /// <summary>Adds the options to the root.</summary>
    /// <param name="root">The root.</param>
    public void AddTo(RootCommand root)
    {
        _quiet.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<bool>() && result.GetResult(_verbose) is { Implicit: false }) result.AddError("Choose one of --quiet and --verbose.");
        });
        root.Options.Add(_quiet);
        root.Options.Add(_verbose);
    }

    /// <summary>Reads how much is to be said.</summary>
    /// <param name="parsed">The command line.</param>
    /// <returns>The verbosity.</returns>
    public Verbosity Read(ParseResult parsed) => parsed.GetValue(_quiet) ? Verbosity.Quiet : parsed.GetValue(_verbose) ? Verbosity.Verbose : Verbosity.Normal;
}
