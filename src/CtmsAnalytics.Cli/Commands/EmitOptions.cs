using System.CommandLine;
using System.Text.RegularExpressions;
using CtmsAnalytics.Cli.Simulations;
using CtmsAnalytics.Cli.Simulations.Jobs;

namespace CtmsAnalytics.Cli.Commands;

/// <summary>The options of <c>ctms simulate</c> that write a job for a cluster instead of running.</summary>
internal sealed partial class EmitOptions
{
    private const string Slurm = "slurm";
    private const string Kubernetes = "kubernetes";
    private const int DefaultShards = 16;

    private readonly Option<string?> _emit = new("--emit") { Description = "Writes a Slurm script or a Kubernetes manifest that runs this in shards, and does not run it.", HelpName = "slurm|kubernetes" };

    private readonly Option<int> _shards = new("--shards") { Description = "Number of shards with --emit.", HelpName = "N", DefaultValueFactory = _ => DefaultShards };

    private readonly Option<string> _claim = new("--claim") { Description = "With --emit kubernetes: persistent volume claim that holds the present folder.", HelpName = "NAME", DefaultValueFactory = _ => "ctms" };

    private readonly Option<string> _image = new("--image") { Description = "With --emit kubernetes: image that has the command ctms.", HelpName = "IMAGE", DefaultValueFactory = _ => "ctms:latest" };

    /// <summary>Adds the options to a command.</summary>
    public void AddTo(Command command)
    {
        _emit.AcceptOnlyFromAmong(Slurm, Kubernetes);
        _shards.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() is < 1 or > ShardSelection.Most) result.AddError("--shards is a number of shards, 1 or more.");
        });
        _claim.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<string>() is { } name && !ClaimName().IsMatch(name)) result.AddError($"--claim {name}: the name of a claim has small letters, digits and hyphens.");
        });
        foreach (var option in new Option[] { _emit, _shards, _claim, _image }) command.Options.Add(option);
    }

    /// <summary>Reads the options.</summary>
    /// <param name="parsed">The command line.</param>
    /// <returns>The job; null where none is asked for.</returns>
    public JobOptions? Read(ParseResult parsed) => parsed.GetValue(_emit) switch
    {
        Slurm => new SlurmJob(parsed.GetValue(_shards), OwnProgram.Command, Environment.CurrentDirectory),
        Kubernetes => new KubernetesJob(parsed.GetValue(_shards), parsed.GetValue(_image)!, parsed.GetValue(_claim)!, Environment.CurrentDirectory),
        _ => null,
    };

    [GeneratedRegex("^[a-z0-9]([-a-z0-9.]*[a-z0-9])?$")]
    private static partial Regex ClaimName();
}
