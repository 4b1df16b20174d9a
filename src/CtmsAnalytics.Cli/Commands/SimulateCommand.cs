using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using CtmsAnalytics.Cli.Output;
using CtmsAnalytics.Cli.Simulations;
using CtmsAnalytics.Cli.Simulations.Jobs;
using CtmsAnalytics.Diagnostics;
using CtmsAnalytics.Simulation.Results;
using CtmsAnalytics.Workspace;
using CtmsAnalytics.Workspace.Loading;
using CtmsAnalytics.Workspace.Scenarios;
using CtmsAnalytics.Workspace.Simulations;
using Spectre.Console;

namespace CtmsAnalytics.Cli.Commands;

/// <summary><c>ctms simulate A.yaml [B.yaml ...]</c>: simulates scenarios on paired draws, prints what they cost with its uncertainty, and stores the run; or computes one shard of it.</summary>
public static class SimulateCommand
{
    private static readonly string[] Examples =
    [
        "simulate data/scenarios/baseline.yaml data/scenarios/targeted-talent.yaml -w work",
        "simulate baseline.yaml proposal.yaml -w work --until-error 0.1% --budget 2027=42M",
        "simulate baseline.yaml proposal.yaml -w work --draws 100000 --breakdown --resume",
        "simulate baseline.yaml proposal.yaml -w work --draws 100000 --shard 3/16 --out partials",
        "simulate baseline.yaml proposal.yaml -w work --out partials --emit slurm --shards 16 > run.sh",
    ];

    private const int DefaultDraws = 1000;
    private const int DefaultMaximum = 100_000;
    private const int DefaultCheckpointSeconds = 2;

    /// <summary>Creates the command.</summary>
    /// <param name="console">Where the page is printed.</param>
    /// <returns>The command.</returns>
    public static Command Create(IAnsiConsole console)
    {
        var scenarios = new Argument<string[]>("scenario") { HelpName = "scenario", Description = "Scenario files, the baseline first.", Arity = ArgumentArity.OneOrMore };
        var workspace = WorkspaceOption.Create();
        var roster = RosterOption.Create();
        var draws = new Option<int>("--draws", "-n") { Description = "Number of draws; with --until-error the number before the rule may stop.", HelpName = "N", DefaultValueFactory = _ => DefaultDraws };
        var seed = new Option<uint>("--seed")
        {
            Description = "Seed of every random number, 0 to 4294967295.",
            HelpName = "S",
            DefaultValueFactory = _ => 1,
            CustomParser = result => ReadSeed(result.Tokens.Count == 1 ? result.Tokens[0].Value : "", result.AddError),
        };
        var threads = new Option<int>("--threads") { Description = "Threads; 0 for one for each processor. The results do not depend on it.", HelpName = "T", DefaultValueFactory = _ => 0 };
        var untilError = new Option<double?>("--until-error")
        {
            Description = "Adds draws in blocks of 256 until the standard error of every scenario's total is below this share of it, for example 0.1%.",
            HelpName = "SHARE",
            CustomParser = result => ReadShare(result.Tokens.Count == 1 ? result.Tokens[0].Value : "", result.AddError),
        };
        var maximum = new Option<int>("--max-draws") { Description = "Most draws with --until-error.", HelpName = "N", DefaultValueFactory = _ => DefaultMaximum };
        var breakdown = new Option<bool>("--breakdown") { Description = "Does the draws again with each source of randomness held still and tells which one carries how much of the risk." };
        var expected = new Option<bool>("--expected-path") { Description = "Prints the point estimate instead: no draws, shares of people in the place of chance." };
        var resume = new Option<bool>("--resume") { Description = "Continues an interrupted run from its checkpoint; without one it begins at the beginning." };
        var shard = new Option<ShardSelection?>("--shard")
        {
            Description = "Computes one part of the draws only, for example 3/16, and writes it into the folder of --out.",
            HelpName = "I/N",
            CustomParser = result => ReadShard(result.Tokens.Count == 1 ? result.Tokens[0].Value : "", result.AddError),
        };
        var output = new Option<string?>("--out", "-o") { Description = "Folder for the file of draws and its checkpoint; without it checkpoints are in the workspace's folder.", HelpName = "DIR" };
        var checkpoint = new Option<double>("--checkpoint") { Description = "Least seconds between two checkpoints; 0 for one after every block.", HelpName = "SECONDS", DefaultValueFactory = _ => DefaultCheckpointSeconds };
        var run = new Option<string?>("--run") { Description = "Refuses to start where the inputs are not those of this run.", HelpName = "ID" };
        var analysis = AnalysisOption.Create();
        var report = new SimulationReport();
        var emit = new EmitOptions();
        var command = new CommandWithExamples("simulate", "Simulates what scenarios cost, and how uncertain it is, on the same luck in each.", Examples)
        {
            scenarios, workspace, roster, draws, seed, threads, untilError, maximum, breakdown, expected, resume, shard, output, checkpoint, run, analysis,
        };
        report.AddTo(command);
        emit.AddTo(command);
        AtLeast(draws, 1, "--draws is a number of draws, 1 or more.");
        AtLeast(threads, 0, "--threads is a number of threads, 0 for one for each processor.");
        AtLeast(maximum, 1, "--max-draws is a number of draws, 1 or more.");
        command.Validators.Add(result =>
        {
            if (result.GetValue(checkpoint) is var seconds && !(seconds is >= 0 and <= 86_400)) result.AddError("--checkpoint is a number of seconds, 0 to 86400.");
            var isPart = result.GetResult(shard) is not null;
            if (isPart && result.GetResult(output) is null) result.AddError("--shard needs --out: the folder that the shards are merged from.");
            if (isPart && result.GetResult(untilError) is not null) result.AddError("--until-error decides from all draws, so it cannot be cut into shards. Give --draws with --shard.");
        });
        command.SetAction((parsed, cancellation) => Task.Run(
            () =>
            {
                var options = new SimulateOptions(
                    parsed.GetRequiredValue(scenarios), parsed.GetRequiredValue(workspace), parsed.GetValue(roster), parsed.GetRequiredValue(draws), parsed.GetRequiredValue(seed), parsed.GetRequiredValue(threads))
                {
                    UntilError = parsed.GetValue(untilError),
                    MaximumDraws = parsed.GetRequiredValue(maximum),
                    Breakdown = parsed.GetValue(breakdown),
                    Resume = parsed.GetValue(resume),
                    Shard = parsed.GetValue(shard),
                    Out = parsed.GetValue(output),
                    Checkpoint = TimeSpan.FromSeconds(parsed.GetRequiredValue(checkpoint)),
                    Run = parsed.GetValue(run),
                    Analysis = parsed.GetRequiredValue(analysis),
                };
                if (options.UntilError is not null && options.MaximumDraws < options.Draws) throw new InputException("--max-draws is below --draws. Give at least as many.");
                var asked = report.Read(parsed);
                if (emit.Read(parsed) is { } jobs) return Emit(console, options, asked, jobs);
                if (parsed.GetValue(expected)) return ExpectedPath(console, options, asked, cancellation);
                return Simulate(console, options, asked, cancellation);
            },
            cancellation));
        return command;
    }

    private static int Emit(IAnsiConsole console, SimulateOptions options, SimulationReport.Report report, JobOptions jobs)
    {
        if (report.Json) throw new InputException("--emit writes a job and no result: leave out --json and give it to ctms merge.");
        if (options.Out is null) throw new InputException("--emit needs --out: the folder that the shards are written into.");
        if (options.UntilError is not null) throw new InputException("--until-error decides from all draws, so it cannot be cut into shards. Give --draws with --emit.");
        var plan = Load(options with { Shard = new ShardSelection(1, jobs.Shards) }, readOnly: true);
        console.Profile.Out.Writer.Write(jobs.Write(plan.Header.Manifest.RunId, options));
        return ExitCode.Success;
    }

    private static int ExpectedPath(IAnsiConsole console, SimulateOptions options, SimulationReport.Report report, CancellationToken cancellation)
    {
        var plan = Load(options, readOnly: true);
        var paths = ConsoleProgress.Run(console, "Projecting the expected path", () => plan.ExpectedPaths(cancellation));
        report.CheckYears(paths[0].FiscalYears);
        report.Print(console, SimulationSummaries.OfExpectedPath(plan.Header, paths, plan.NotesOf(paths), report.Budgets), null);
        return ExitCode.Success;
    }

    private static int Simulate(IAnsiConsole console, SimulateOptions options, SimulationReport.Report report, CancellationToken cancellation)
    {
        if (options.Out is { } folder) OutputFolder.Require(folder, "--out");
        // A run that is stored at its end opens the workspace for writing now, so that what would stand in its way is known before the work.
        var plan = Load(options, readOnly: options.Shard is not null);
        var run = new SimulationRun(plan, options);
        var complete = run.FindComplete();
        if (complete is not null && options.Shard is not null)
        {
            PrintShard(console, report, complete.Path, complete.Header, isNew: false);
            return ExitCode.Success;
        }

        if (run.ForgottenCheckpoint is { } forgotten) console.Note($"{SafeText.Escape(forgotten)} is left of an unfinished run; --resume would continue it.");
        var header = plan.Header;
        if (header.Shard == 1)
        {
            var facts = ConsoleProgress.Run(console, show: true, "Analysing", progress => plan.Analyse(progress, cancellation));
            report.CheckYears(facts.Scenarios[0].Projection.FiscalYears);
            header = header with { Facts = facts };
        }

        var started = Stopwatch.GetTimestamp();
        var tallies = complete is null ? SimulationProgress.Show(console, report => run.Complete(report, cancellation)) : ShardSet.ReadChecked(complete);
        var elapsed = Stopwatch.GetElapsedTime(started);
        header = header.Finished((int)tallies[0].Draws);
        if (complete is null) run.WriteComplete(header, tallies);
        if (options.Shard is not null)
        {
            PrintShard(console, report, run.CompleteFile!, header, isNew: true);
        }
        else
        {
            try
            {
                report.Finish(console, SimulatedRun.Create(header, tallies), options.Workspace, Speed(plan, options, run.Computed, elapsed, tallies[0]));
            }
            catch
            {
                // A workspace that somebody else holds by now, or a full disk, does not cost the draws.
                console.Note($"the draws are kept in {SafeText.Escape(run.Keep(tallies))}; the same command with --resume goes on from there.");
                throw;
            }
        }

        run.Forget();
        return ExitCode.Success;
    }

    private static void PrintShard(IAnsiConsole console, SimulationReport.Report report, string file, ShardHeader header, bool isNew)
    {
        if (report.Json)
            console.Line(JsonText.Write(new { File = file, header.Manifest.RunId, header.Shard, header.Shards, header.FirstDraw, header.Draws, header.TotalDraws, Complete = true, Computed = isNew }));
        else console.Remark(isNew ? $"{SafeText.Escape(file)}: {header.Title}, {new DrawRange(header.FirstDraw, header.FirstDraw + header.Draws - 1)}." : $"{SafeText.Escape(file)} is complete already.");
    }

    private static SimulationPlan Load(SimulateOptions options, bool readOnly)
    {
        using var workspace = AnalystWorkspace.Open(options.Workspace, readOnly);
        var snapshot = WorkspaceSnapshot.Read(workspace, options.Roster);
        var loaded = ScenarioLoading.LoadAll(options.Scenarios, snapshot);
        var shard = options.Shard ?? ShardSelection.Whole;
        if (shard.Shards > options.Draws)
        {
            throw new InputException(string.Create(
                CultureInfo.InvariantCulture, $"--shard {shard.Shard}/{shard.Shards}: There are more shards than draws ({options.Draws:N0}). Ask for fewer shards or more draws."));
        }

        var plan = SimulationPlan.Create(snapshot, loaded, options.DrawOptions, shard.Shard, shard.Shards);
        var run = plan.Header.Manifest.RunId;
        return options.Run is not { } expected || expected == run
            ? plan
            : throw new InputException($"--run {expected}: These inputs are run {run}. A scenario, the roster, the market, the parameters, the seed or the program is another than when the run was set up.");
    }

    private static string? Speed(SimulationPlan plan, SimulateOptions options, int computed, TimeSpan elapsed, SimulationTally tally)
    {
        if (computed == 0) return null;
        var passes = options.Breakdown ? SimulatedRun.Sources.Count + 1 : 1;
        var work = (double)computed * plan.Header.People * plan.FiscalYears * plan.Scenarios.Count * passes;
        var sentence = string.Create(
            CultureInfo.InvariantCulture,
            $"{computed:N0} draws of {plan.Scenarios.Count} {(plan.Scenarios.Count == 1 ? "scenario" : "scenarios")} took {elapsed.TotalSeconds:0.0} s: {work / Math.Max(elapsed.TotalSeconds, 1e-3):N0} person-year-draws/s.");
        if (options.UntilError is not { } wanted) return sentence;
        var reached = Enumerable.Range(0, plan.Scenarios.Count).Max(tally.RelativeError);
        return sentence + string.Create(
            CultureInfo.InvariantCulture,
            $" A standard error below {wanted * 100:0.####}% of the total {(reached < wanted ? "took" : "is not reached with")} {tally.Draws:N0} draws: it is {reached * 100:0.####}%.");
    }

    private static void AtLeast(Option<int> option, int least, string message) => option.Validators.Add(result =>
    {
        if (result.Tokens.Count > 0 && int.TryParse(result.Tokens[0].Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) && number < least) result.AddError(message);
    });

    private static uint ReadSeed(string text, Action<string> refuse)
    {
        if (uint.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seed)) return seed;
        refuse(string.Create(CultureInfo.InvariantCulture, $"--seed {text}: write a whole number from 0 to {uint.MaxValue}."));
        return 0;
    }

    private static double? ReadShare(string text, Action<string> refuse)
    {
        var percent = text.EndsWith('%');
        if (double.TryParse(percent ? text[..^1] : text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) && (percent ? number / 100 : number) is > 0 and < 1 and var share) return share;
        refuse($"--until-error {text}: write a share above 0 and below 1, for example 0.1% or 0.001.");
        return null;
    }

    private static ShardSelection? ReadShard(string text, Action<string> refuse)
    {
        if (ShardSelection.TryParse(text) is { } shard) return shard;
        refuse($"--shard {text}: write the number of the shard and how many there are, for example 3/16; the first is 1/16 and the last 16/16.");
        return null;
    }
}
