using System.Globalization;
using CtmsAnalytics.Diagnostics;
using CtmsAnalytics.Projection;
using CtmsAnalytics.Simulation.Results;

namespace CtmsAnalytics.Workspace.Simulations;

/// <summary>The shards of one run, each once.</summary>
public sealed class ShardSet
{
    private readonly List<ShardFile> _files;

    private ShardSet(List<ShardFile> files) => _files = files;

    /// <summary>What the run is, as if it had been computed in one piece.</summary>
    public ShardHeader Whole => _files[0].Header with { Shard = 1, Shards = 1, FirstDraw = 0, Draws = _files[0].Header.TotalDraws };

    /// <summary>Finds the files of shards in files and folders, and checks that they are the shards of one run.</summary>
    /// <param name="paths">Files, and folders with files of the extension <see cref="ShardHeader.Extension"/>.</param>
    /// <returns>The shards, the first one first.</returns>
    /// <exception cref="InputException">A shard is missing, there twice, damaged or of another run; all of them are named.</exception>
    public static ShardSet Open(IEnumerable<string> paths)
    {
        ArgumentNullException.ThrowIfNull(paths);
        var problems = new List<InputProblem>();
        var files = new List<ShardFile>();
        var folders = new List<string>();
        foreach (var path in paths)
        {
            if (Directory.Exists(path)) folders.Add(path);
            foreach (var file in Find(path, problems)) Try(() => files.Add(ShardFile.Open(file)));
        }

        if (files.Count > 0) Check(files, folders, problems);
        return problems.Count > 0 ? throw new InputException(problems) : new ShardSet([.. files.OrderBy(f => f.Header.Shard)]);

        void Try(Action open)
        {
            try
            {
                open();
            }
            catch (InputException exception) when (exception.Problems.Count > 0)
            {
                problems.AddRange(exception.Problems);
            }
        }
    }

    /// <summary>Adds the shards up, one after another.</summary>
    /// <param name="progress">Receives the share of the files done, 0 to 1; null for none.</param>
    /// <param name="cancellationToken">Stops the merging.</param>
    /// <returns>The draws of the whole run, and behind them those with a source held still.</returns>
    /// <exception cref="InputException">A shard holds other draws than its header says.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public IReadOnlyList<SimulationTally> Merge(IProgress<double>? progress, CancellationToken cancellationToken)
    {
        IReadOnlyList<SimulationTally>? whole = null;
        for (var i = 0; i < _files.Count; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var tallies = ReadChecked(_files[i]);
            if (whole is null) whole = tallies;
            else for (var part = 0; part < whole.Count; part++) whole[part].Merge(tallies[part]);
            progress?.Report((i + 1.0) / _files.Count);
        }

        return whole!;
    }

    /// <summary>Reads the tallies of a file and checks that they hold the draws that its header names.</summary>
    /// <param name="file">The file.</param>
    /// <returns>The tallies.</returns>
    /// <exception cref="InputException">They hold other draws.</exception>
    public static IReadOnlyList<SimulationTally> ReadChecked(ShardFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        var tallies = file.ReadTallies();
        var header = file.Header;
        var range = new DrawRange(header.FirstDraw, header.FirstDraw + header.Draws - 1);
        return tallies.All(t => t.Ranges is [var only] && only == range)
            ? tallies
            : throw new InputException([new InputProblem(file.Path, null, null, $"The file says that it holds {range}, and holds others.", "Remove it and run its shard again.")]);
    }

    /// <summary>Why a file of draws is not of a run, in words: the inputs that differ.</summary>
    /// <param name="theirs">Manifest of the file.</param>
    /// <param name="ours">Manifest of the run.</param>
    /// <returns>One sentence.</returns>
    public static string Differences(RunManifest theirs, RunManifest ours)
    {
        ArgumentNullException.ThrowIfNull(theirs);
        ArgumentNullException.ThrowIfNull(ours);
        var differing = ours.Inputs.Where(o => theirs.Inputs.All(t => (t.Role, t.Sha256) != (o.Role, o.Sha256))).Select(o => $"{o.Role} '{o.Name}'")
            .Concat(theirs.Inputs.Where(t => ours.Inputs.All(o => o.Role != t.Role)).Select(t => $"{t.Role} '{t.Name}'")).ToList();
        if (theirs.LibraryVersion != ours.LibraryVersion) differing.Add($"version {theirs.LibraryVersion} of the program");
        return $"The file is of run {theirs.RunId} and not of run {ours.RunId}: other inputs ({string.Join(", ", differing)}).";
    }

    private static IEnumerable<string> Find(string path, List<InputProblem> problems)
    {
        if (!Directory.Exists(path)) return [path];
        var files = Directory.GetFiles(path, "*" + ShardHeader.Extension);
        if (files.Length == 0) problems.Add(new InputProblem(path, null, null, "The folder holds no shard.", $"Name the folder that ctms simulate --out has written; its files end in {ShardHeader.Extension}."));
        return files.Order(StringComparer.Ordinal);
    }

    private static void Check(List<ShardFile> files, List<string> folders, List<InputProblem> problems)
    {
        var first = files[0];
        var own = new Dictionary<int, ShardFile>();
        foreach (var file in files)
        {
            if (Foreign(file.Header, first) is { } reason) problems.Add(new InputProblem(file.Path, null, null, reason, "Keep the shards of each run in a folder of their own."));
            else if (!own.TryAdd(file.Header.Shard, file)) problems.Add(new InputProblem(file.Path, null, null, $"This is {file.Header.Title} once more; {own[file.Header.Shard].Path} is it already.", "Name each shard once."));
        }

        for (var shard = 1; shard <= first.Header.Shards; shard++)
        {
            if (own.ContainsKey(shard)) continue;
            var missing = first.Header with { Shard = shard };
            // A damaged file is named as such already.
            if (problems.Any(p => Path.GetFileName(p.File) == missing.FileName + ShardHeader.Extension)) continue;
            var (start, draws) = ShardHeader.RangeOf(first.Header.TotalDraws, shard, first.Header.Shards);
            var checkpoint = folders.Select(f => Path.Combine(f, missing.FileName + ShardHeader.CheckpointExtension)).FirstOrDefault(File.Exists);
            problems.Add(new InputProblem(
                missing.FileName + ShardHeader.Extension, null, null,
                $"{char.ToUpperInvariant(missing.Title[0])}{missing.Title[1..]} ({new DrawRange(start, start + draws - 1)}) is missing{(checkpoint is null ? "" : $"; {checkpoint} is an unfinished part of it")}.",
                string.Create(CultureInfo.InvariantCulture, $"Run it: ctms simulate ... --draws {first.Header.TotalDraws} --shard {shard}/{first.Header.Shards} --resume")));
        }
    }

    private static string? Foreign(ShardHeader header, ShardFile first)
    {
        if (header.Manifest.RunId != first.Header.Manifest.RunId) return Differences(header.Manifest, first.Header.Manifest);
        if ((header.TotalDraws, header.Shards) != (first.Header.TotalDraws, first.Header.Shards))
        {
            return string.Create(
                CultureInfo.InvariantCulture,
                $"This is {header.Title} of {header.TotalDraws:N0} draws, and {first.Path} is {first.Header.Title} of {first.Header.TotalDraws:N0} draws: they are cut differently.");
        }

        return header.HasBreakdown == first.Header.HasBreakdown ? null : $"Only one of this file and {first.Path} has the draws of a breakdown (--breakdown).";
    }
}
