using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Benchmarks.Harness;

namespace Benchmarks.Notebooks;

/// <summary>Notebooks of one cell and of many through <c>ctms notebook run</c>, beside Python's through nbconvert, and the set of the repository; see README.md.</summary>
internal static class NotebookBenchmark
{
    private const int Repetitions = 5;
    private const int Many = 101;
    private const string Own = "ctms notebook run, C#";
    private const string Peer = "nbconvert --execute with ipykernel, Python";
    private const string ByClock = " Processor time of other processes is not measured: that column repeats the clock's median.";

    internal static int Run()
    {
        var folder = Directory.CreateTempSubdirectory("notebook-benchmark-").FullName;
        try
        {
            var versions = PythonPeer.Ask(["-c", "import ipykernel, nbconvert; print(f'ipykernel {ipykernel.__version__}, nbconvert {nbconvert.__version__}')"])?.Trim();
            var report = new Report("notebooks", Machine.This, versions ?? "no Jupyter", [Trivial(folder, 1, versions is not null), Trivial(folder, Many, versions is not null), Set(folder)]);
            report.Write(ProjectFolder.Results);
            Console.WriteLine(report.Markdown());
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }

        return 0;
    }

    private static Part Trivial(string folder, int cells, bool withPeer)
    {
        NotebookFiles.Write(Path.Combine(folder, "own.ipynb"), "ctms", "C#", cells);
        NotebookFiles.Write(Path.Combine(folder, "peer.ipynb"), "python3", "python", cells);
        var (first, next) = (new List<double>(), new List<double>());
        (string, Func<string>)[] ways =
        [
            (Own, () =>
            {
                var times = Ctms(folder, "own.ipynb");
                first.Add(times[0]);
                next.AddRange(times.Skip(1));
                return NotebookFiles.Last(Path.Combine(folder, "own.ipynb"));
            }),
            (Peer, () =>
            {
                if (PythonPeer.Ask(["-m", "nbconvert", "--to", "notebook", "--execute", "--inplace", "--log-level", "ERROR", Path.Combine(folder, "peer.ipynb")]) is null) throw new InvalidOperationException("nbconvert failed.");
                return NotebookFiles.Last(Path.Combine(folder, "peer.ipynb"));
            }),
        ];
        var timings = Clocked(Timing.Compare(Repetitions, withPeer ? ways : [ways[0]]));
        var setting = string.Create(CultureInfo.InvariantCulture, $"A fresh process for each run; every cell adds one to a number and shows it. The first cell of C#, with the start of its session, takes {Middle(first):0.00} s")
            + (next.Count == 0 ? "." : string.Create(CultureInfo.InvariantCulture, $"; the next ones {1000 * Middle(next):0} ms each (nine of ten below {1000 * next.Order().ElementAt(next.Count * 9 / 10):0} ms).")) + ByClock;
        return new Part(cells == 1 ? "One cell" : $"{cells} cells", setting, timings, withPeer ? [Ratio.Of("ctms against nbconvert", timings[1], timings[0])] : []);
    }

    private static Part Set(string folder)
    {
        var set = Directory.CreateDirectory(Path.Combine(folder, "set")).FullName;
        var source = Path.Combine(ProjectFolder.Repository, "notebooks");
        string[] names = [.. Directory.GetFiles(source, "*.ipynb").Select(f => Path.GetFileName(f)!).Order(StringComparer.Ordinal)];
        foreach (var name in names) File.Copy(Path.Combine(source, name), Path.Combine(set, name));
        var clock = Stopwatch.StartNew();
        Ctms(set, names);
        var seconds = Math.Round(clock.Elapsed.TotalSeconds, 1);
        foreach (var name in names)
        {
            if (File.ReadAllText(Path.Combine(set, name)) != File.ReadAllText(Path.Combine(source, name))) throw new InvalidOperationException($"{name} gives other bytes than those committed: nothing was measured.");
        }

        return new Part("The set of the repository", $"{names.Length} notebooks from a fresh folder, with the workspace that they make; all give the committed bytes. One run.{ByClock}", [new Timing(Own, seconds, seconds, seconds, [seconds])], []);
    }

    /// <summary>Runs notebooks with the command, in a process of its own.</summary>
    /// <returns>Seconds of each cell of the first one.</returns>
    private static double[] Ctms(string folder, params string[] notebooks)
    {
        using var process = Process.Start(new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "ctms.dll"), "notebook", "run", "--json", .. notebooks]) { WorkingDirectory = folder, RedirectStandardOutput = true })!;
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        if (process.ExitCode != 0) throw new InvalidOperationException("ctms notebook run failed.");
        return [.. JsonDocument.Parse(output).RootElement.GetProperty("notebooks")[0].GetProperty("cells").EnumerateArray().Select(c => c.GetProperty("milliseconds").GetDouble() / 1000)];
    }

    /// <summary>The work is done in other processes, whose time the clock alone shows.</summary>
    private static IReadOnlyList<Timing> Clocked(IReadOnlyList<Timing> timings) => [.. timings.Select(t => t with { ProcessorSeconds = t.MedianSeconds })];

    private static double Middle(List<double> values) => values.Order().ElementAt(values.Count / 2);
}
