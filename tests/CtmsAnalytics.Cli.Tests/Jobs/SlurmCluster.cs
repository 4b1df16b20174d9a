using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;

namespace CtmsAnalytics.Cli.Tests.Jobs;

/// <summary>A Slurm of two nodes on the loopback interface, with a configuration, a key and daemons of its own.</summary>
internal sealed class SlurmCluster : IDisposable
{
    private static readonly string[] Tools = ["munged", "slurmctld", "slurmd", "sbatch", "scontrol", "squeue", "scancel"];
    private readonly List<Process> _daemons = [];
    private readonly string _folder;

    public SlurmCluster(string folder)
    {
        _folder = folder;
        Directory.CreateDirectory(Path.Combine(folder, "state"));
        WriteKey(Path.Combine(folder, "munge.key"));
        File.WriteAllText(Path.Combine(folder, "slurm.conf"), Configuration());
        Start("munged", "--foreground", "--force", $"--key-file={folder}/munge.key", $"--socket={folder}/munge.socket", $"--pid-file={folder}/munged.pid", $"--log-file={folder}/munged.log", $"--seed-file={folder}/munge.seed");
        WaitUntil(() => File.Exists(Path.Combine(folder, "munge.socket")), "MUNGE does not start");
        Start("slurmctld", "-D", "-c");
        Start("slurmd", "-D", "-N", "n1");
        Start("slurmd", "-D", "-N", "n2");
        WaitUntil(() => Run("sinfo", "--noheader", "--states=idle", "--format=%D").Trim() == "2", "the nodes do not come up");
    }

    public static bool IsInstalled => Tools.All(t => Find(t) is not null);

    /// <summary>Runs a client command and returns what it prints; an error is thrown with the daemons' logs.</summary>
    public string Run(string program, params string[] arguments)
    {
        using var process = Process.Start(StartInfo(program, arguments))!;
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? output : throw new InvalidOperationException($"{program} {string.Join(' ', arguments)}: {output}{error.Result}\n{Logs()}");
    }

    public void WaitUntil(Func<bool> condition, string otherwise)
    {
        for (var watch = Stopwatch.StartNew(); !condition(); Thread.Sleep(20))
        {
            if (watch.Elapsed > TimeSpan.FromSeconds(150)) throw new InvalidOperationException($"Slurm: {otherwise}.\n{Logs()}");
        }
    }

    public void Dispose()
    {
        if (_daemons.Count > 1) Process.Start(StartInfo("scancel", ["--user=" + Environment.UserName]))!.WaitForExit();
        foreach (var daemon in Enumerable.Reverse(_daemons))
        {
            if (!daemon.HasExited) daemon.Kill();
            daemon.WaitForExit();
            daemon.Dispose();
        }
    }

    private static string? Find(string tool) => (Environment.GetEnvironmentVariable("PATH") + ":/usr/sbin").Split(':').Select(f => Path.Combine(f, tool)).FirstOrDefault(File.Exists);

    private static void WriteKey(string path)
    {
        File.WriteAllBytes(path, RandomNumberGenerator.GetBytes(64));
        using var chmod = Process.Start("chmod", ["600", path]);
        chmod.WaitForExit();
    }

    private static int[] FreePorts(int count)
    {
        var listeners = Enumerable.Range(0, count).Select(_ => new TcpListener(IPAddress.Loopback, 0)).ToList();
        foreach (var listener in listeners) listener.Start();
        var ports = listeners.Select(l => ((IPEndPoint)l.LocalEndpoint).Port).ToArray();
        foreach (var listener in listeners) listener.Stop();
        return ports;
    }

    private string Configuration()
    {
        var ports = FreePorts(3);
        var (host, user) = (Dns.GetHostName(), Environment.UserName);
        return string.Create(CultureInfo.InvariantCulture, $"""
            ClusterName=ctms
            SlurmctldHost={host}(127.0.0.1)
            SlurmctldPort={ports[0]}
            SlurmUser={user}
            SlurmdUser={user}
            AuthType=auth/munge
            AuthInfo=socket={_folder}/munge.socket
            CredType=cred/munge
            StateSaveLocation={_folder}/state
            SlurmdSpoolDir={_folder}/spool.%n
            SlurmctldPidFile={_folder}/slurmctld.pid
            SlurmdPidFile={_folder}/slurmd.%n.pid
            SlurmctldLogFile={_folder}/slurmctld.log
            SlurmdLogFile={_folder}/slurmd.%n.log
            ProctrackType=proctrack/linuxproc
            TaskPlugin=task/none
            MpiDefault=none
            ReturnToService=2
            SelectType=select/cons_tres
            SelectTypeParameters=CR_CPU
            KillWait=5
            SlurmctldTimeout=300
            SlurmdTimeout=300
            MessageTimeout=60
            JobAcctGatherType=jobacct_gather/none
            AccountingStorageType=accounting_storage/none
            NodeName=n1 NodeHostname={host} NodeAddr=127.0.0.1 Port={ports[1]} CPUs=1 State=UNKNOWN
            NodeName=n2 NodeHostname={host} NodeAddr=127.0.0.1 Port={ports[2]} CPUs=1 State=UNKNOWN
            PartitionName=all Nodes=n1,n2 Default=YES MaxTime=INFINITE State=UP

            """);
    }

    private ProcessStartInfo StartInfo(string program, IReadOnlyList<string> arguments)
    {
        var start = new ProcessStartInfo(Find(program) ?? program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = _folder };
        start.Environment["SLURM_CONF"] = Path.Combine(_folder, "slurm.conf");
        return start;
    }

    private void Start(string program, params string[] arguments)
    {
        var daemon = Process.Start(StartInfo(program, arguments))!;
        _ = daemon.StandardOutput.ReadToEndAsync();
        _ = daemon.StandardError.ReadToEndAsync();
        _daemons.Add(daemon);
    }

    private string Logs() => string.Join('\n', Directory.GetFiles(_folder, "*.log").SelectMany(f => File.ReadAllLines(f).TakeLast(15).Prepend(f)));
}

/// <summary>A test on a real Slurm; skipped, saying so, where there is none.</summary>
public sealed class SlurmFactAttribute : FactAttribute
{
    public SlurmFactAttribute()
    {
        if (OperatingSystem.IsWindows() || !SlurmCluster.IsInstalled) Skip = "Slurm is not installed: tests/setup/slurm installs it on Debian as root.";
    }
}
