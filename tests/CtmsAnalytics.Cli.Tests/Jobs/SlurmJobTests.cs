using System.Diagnostics;
using System.Globalization;
using CtmsAnalytics.Cli.Simulations;
using CtmsAnalytics.Cli.Simulations.Jobs;

namespace CtmsAnalytics.Cli.Tests.Jobs;

public sealed class SlurmJobTests
{
    private const string Baseline = "data/scenarios/baseline.yaml";
    private const string Proposal = "data/scenarios/targeted-talent.yaml";

    [SlurmFact]
    public void Emitted_OnTwoNodesWithOneTaskKilled_MergesToTheUnshardedRunToTheByte()
    {
        using var folder = new ShippedFolder();
        folder.MakeWorkspace();
        using var cluster = new SlurmCluster(folder.File("slurm"));
        const string Out = "the shards' folder";
        string[] run = [Baseline, Proposal, "-w", "ws", "--draws", "4000", "--seed", "3", "--analysis", "none"];
        var (code, script, error) = folder.Ctms(["simulate", .. run, "--checkpoint", "0", "--out", Out, "--emit", "slurm", "--shards", "2"]);
        Assert.True(code == 0, error);
        File.WriteAllText(folder.File("run.sh"), script);

        var submitted = cluster.Run("bash", folder.File("run.sh"), $"--output={folder.File("slurm", "%x-%a.log")}");
        var array = submitted.Split(' ', ';')[2];
        cluster.WaitUntil(() => Directory.Exists(folder.File(Out)) && Directory.GetFiles(folder.File(Out), "*-shard-1-of-2.checkpoint").Length > 0, "the first task does not write a checkpoint");
        Kill(folder.File(Out), "1/2");

        // Slurm would wait two minutes before it starts the requeued task again. A start in the second of the kill would be refused: its credential counts as revoked.
        cluster.WaitUntil(() => Job().Contains("Reason=BeginTime", StringComparison.Ordinal), "the killed task does not come back into the queue");
        cluster.Run("scontrol", "update", $"JobId={array}_1", "StartTime=now+3");
        cluster.WaitUntil(() => cluster.Run("squeue", "--noheader").Length == 0, "the jobs do not end");
        Assert.Contains("Restarts=1", Job(), StringComparison.Ordinal);
        Assert.Contains("4,000 draws with seed 3", File.ReadAllText(Directory.GetFiles(folder.File("slurm"), "*-merge-0.log").Single()), StringComparison.Ordinal);

        Assert.Equal(0, folder.Ctms("merge", Out, "-w", "ws", "--out", "merged").ExitCode);
        Assert.Equal(0, folder.Ctms(["simulate", .. run, "--out", "whole"]).ExitCode);
        Assert.Equal(File.ReadAllBytes(Directory.GetFiles(folder.File("whole")).Single()), File.ReadAllBytes(Directory.GetFiles(folder.File("merged")).Single()));

        string Job() => cluster.Run("scontrol", "show", "job", $"{array}_1");
    }

    [SignalFact]
    public void Emitted_PathsWithQuotesSpacesAndDollars_ReachTheProgramAsTheyAre()
    {
        var folder = Directory.CreateTempSubdirectory("ctms $(job) 'q' \"d\" ").FullName;
        var options = new SimulateOptions(["a b.yaml", "it's $HOME `x`;\n\"y\".yaml"], "w s", 2, 100, 7, 0) { Out = "-o'u t", Breakdown = true, Analysis = "auto" };
        var program = Path.Combine(folder, "echo words");
        File.WriteAllText(program, "#!/usr/bin/env bash\nprintf '%s\\0' \"$@\"\n");
        var script = Path.Combine(folder, "run.sh");
        File.WriteAllText(script, new SlurmJob(12, ["bash", program], folder).Write("0123456789ab", options));
        var start = new ProcessStartInfo("bash", [script]) { RedirectStandardOutput = true };
        start.Environment["SLURM_JOB_ID"] = "1";
        start.Environment["SLURM_ARRAY_TASK_ID"] = "7";
        using var process = Process.Start(start)!;
        var words = process.StandardOutput.ReadToEnd().Split('\0')[..^1];
        process.WaitForExit();
        string Full(string name) => Path.Combine(folder, name);
        Assert.Equal(0, process.ExitCode);
        Assert.Equal(
            ["simulate", Full("a b.yaml"), Full(options.Scenarios[1]), "--workspace", Full("w s"), "--out", Full("-o'u t"), "--draws", "100", "--seed", "7", "--run", "0123456789ab", "--resume", "--roster", "2", "--breakdown", "--analysis", "auto", "--checkpoint", "0", "--threads", "1", "--shard", "7/12"],
            words);
        Directory.Delete(folder, recursive: true);
    }

    /// <summary>Kills the process of a task at once, as an operator or the kernel would.</summary>
    private static void Kill(string folder, string shard)
    {
        foreach (var process in Directory.GetDirectories("/proc").Where(d => int.TryParse(Path.GetFileName(d), NumberStyles.None, CultureInfo.InvariantCulture, out _)))
        {
            string[] words;
            try
            {
                words = File.ReadAllText(Path.Combine(process, "cmdline")).Split('\0');
            }
            catch (IOException)
            {
                continue;
            }

            if (!words.Contains(folder) || !words.Contains(shard)) continue;
            using var task = Process.GetProcessById(int.Parse(Path.GetFileName(process), CultureInfo.InvariantCulture));
            task.Kill();
            return;
        }

        Assert.Fail("The task was at its end before it could be killed.");
    }
}
