using System.Globalization;
using System.Text.Json;
using Benchmarks.Harness;
using CtmsAnalytics.Simulation;
using CtmsAnalytics.Workspace.Qualifications;
using CtmsAnalytics.WorkValuation;

namespace Benchmarks.WorkValuation;

/// <summary>100,000 people revalued by the shipped scheme, side by side and one at a time, beside NumPy where it is installed; see README.md.</summary>
internal static class ValuationBenchmark
{
    private const int People = 100_000;
    private const int Repetitions = 7;
    private const uint Seed = 1;
    private static readonly string[] Tracks = ["Technical", "Leadership"];

    internal static int Run()
    {
        var basis = QualificationFiles.Read(Path.Combine(ProjectFolder.Path, "..", "..", "data", "qualifications"));
        var library = basis.Library;
        List<PersonQualifications> people = [.. Enumerable.Range(0, People).Select(p => new PersonQualifications(
            $"P{p}", library.Qualifications.Select((q, i) => (q.Id, i)).ToDictionary(q => q.Id, q => Draw(p, q.i)))
            { Work = library.WorkFactors.Select((w, i) => (w.Id, i)).ToDictionary(w => w.Id, w => Draw(p, library.Qualifications.Count + w.i)) })];
        List<string> tracks = [.. Enumerable.Range(0, People).Select(p => Tracks[p % Tracks.Length])];
        var columns = new ValuationColumns(people, tracks, library);
        var revaluation = new Revaluation(basis.Scheme, library);
        var (points, levels) = (new double[People], new int[People]);
        double Many()
        {
            revaluation.Run(columns, points, levels);
            return points[0];
        }

        double One() => Enumerable.Range(0, People / 100).Sum(p => Valuer.Of(people[p], tracks[p], basis.Scheme, library).Points);

        Many();
        for (var p = 0; p < 1000; p++)
        {
            var valued = Valuer.Of(people[p], tracks[p], basis.Scheme, library);
            if (valued.Points != points[p] || valued.Level != basis.Scheme.Levels[levels[p]].Code) throw new InvalidOperationException("The two ways disagree: nothing was measured.");
        }

        var ours = Timing.Compare<double>(Repetitions, () => { }, (_, _) => { }, ("100,000 people side by side", Many), ("1,000 people one at a time, explained", One));
        var (peer, version) = Peer(basis, columns, points, levels);
        IReadOnlyList<Timing> timings = peer is null ? ours : [.. ours, peer];
        var setting = string.Create(CultureInfo.InvariantCulture, $"{People:N0} people, {library.Items.Count} qualifications and work factors, {basis.Scheme.Factors.Count} factors, two ladders; points and levels of everybody, one thread. ")
            + (peer is null ? "NumPy is not installed; nothing was compared." : $"{version}, one thread; the sum of its points and of its levels is the same to the last digit.");
        var report = new Report("valuation", Machine.This, "CtmsAnalytics", [new Part("Revaluation of 100,000 people", setting, timings, peer is null ? [] : [Ratio.Of("Against NumPy", peer, ours[0])])]);
        report.Write(ProjectFolder.Results);
        Console.WriteLine(report.Markdown());
        return 0;
    }

    private static double Draw(int person, int item) => Math.Floor(Philox.Block((uint)person, (uint)item, 0, 0, Seed).Uniform0 * 11) / 2;

    private static (Timing? Timing, string Version) Peer(ValuationBasis basis, ValuationColumns columns, double[] points, int[] levels)
    {
        if (PythonPeer.NumPy() is not { } version) return (null, "");
        var (scheme, library) = (basis.Scheme, basis.Library);
        var items = library.Items.ToList();
        var weights = scheme.Factors.Sum(f => f.Weight);
        var told = JsonSerializer.Serialize(new
        {
            factors = scheme.Factors.Select(f =>
            {
                var own = f.Items.Select(i => (At: items.IndexOf(i.Key), i.Value)).OrderBy(i => i.At).ToList();
                var counted = f.Best == 0 ? own.Sum(i => i.Value) : own.Select(i => i.Value).OrderDescending().Take(f.Best).Sum();
                return new { best = f.Best, points = scheme.Points * (f.Weight / weights) / (counted * library.Maximum), items = own.Select(i => i.At), weights = own.Select(i => i.Value) };
            }),
            cuts = Tracks.Select(t => scheme.LevelsOf(scheme.Ladders[t]).Select(l => l.CutPoint)),
        });
        var file = Path.GetTempFileName();
        try
        {
            using (var writer = new BinaryWriter(File.Create(file)))
            {
                for (var i = 0; i < columns.Items; i++)
                {
                    foreach (var value in columns.Column(i)) writer.Write(value);
                }
            }

            var lines = PythonPeer.Ask([Path.Combine(ProjectFolder.Path, "WorkValuation", "valuation.py"), file, People.ToString(CultureInfo.InvariantCulture), (Repetitions + 1).ToString(CultureInfo.InvariantCulture), told])?.Split('\n', StringSplitOptions.RemoveEmptyEntries)
                ?? throw new InvalidOperationException("The peer failed: nothing was measured.");
            double sum = 0;
            foreach (var p in points) sum += p;
            var places = levels.Sum(l => scheme.LevelsOf(scheme.Levels[l].Ladder).ToList().IndexOf(scheme.Levels[l]));
            var mine = $"{sum.ToString("R", CultureInfo.InvariantCulture)} {places}";
            if (lines[0].Trim() != mine) throw new InvalidOperationException($"NumPy gives {lines[0]} and the library {mine}: nothing was measured.");
            return (PythonPeer.Timing("NumPy, 100,000 people", lines.Skip(2)), version);
        }
        finally
        {
            File.Delete(file);
        }
    }
}
