using System.Diagnostics;
using System.Globalization;
using CtmsAnalytics.Diagnostics;
using CtmsAnalytics.Simulation.Results;
using CtmsAnalytics.Workspace.Simulations;

namespace CtmsAnalytics.Cli.Simulations;

/// <summary>What an unfinished run leaves behind, so that it can be continued.</summary>
/// <param name="folder">Folder of the file.</param>
/// <param name="header">Header of the part of the run with all its draws.</param>
/// <param name="interval">Time between two files.</param>
internal sealed class Checkpoint(string folder, ShardHeader header, TimeSpan interval)
{
    // Writing takes at most one part in so many of the time, however long the file gets.
    private const int MostShare = 20;

    private long _last = Stopwatch.GetTimestamp();
    private TimeSpan _cost;

    /// <summary>The file.</summary>
    public string File { get; } = Path.Combine(folder, header.FileName + ShardHeader.CheckpointExtension);

    /// <summary>Number of draws in the file as far as this process has written or read it.</summary>
    public int Saved { get; private set; }

    /// <summary>Reads the draws of an earlier process.</summary>
    /// <returns>The draws and their number; null where there is no file of this run.</returns>
    /// <exception cref="InputException">The file is of another run or cut otherwise, or there are only files of other runs.</exception>
    public (IReadOnlyList<SimulationTally> Tallies, int Done)? Read()
    {
        if (!System.IO.File.Exists(File))
        {
            RefuseOthers();
            return null;
        }

        var file = ShardFile.Open(File);
        Require(file);
        Saved = file.Header.Draws;
        return (ShardSet.ReadChecked(file), Saved);
    }

    /// <summary>Writes the draws where enough time has passed since they were last written.</summary>
    /// <param name="tallies">The draws.</param>
    /// <param name="done">Their number.</param>
    public void WriteWhenDue(IReadOnlyList<SimulationTally> tallies, int done)
    {
        if (Stopwatch.GetElapsedTime(_last) >= (interval == TimeSpan.Zero || interval > _cost * MostShare ? interval : _cost * MostShare)) Write(tallies, done);
    }

    /// <summary>Writes the draws.</summary>
    /// <param name="tallies">The draws.</param>
    /// <param name="done">Their number.</param>
    public void Write(IReadOnlyList<SimulationTally> tallies, int done)
    {
        if (done == Saved) return;
        var started = Stopwatch.GetTimestamp();
        Directory.CreateDirectory(folder);
        ShardFile.Write(File, header with { Draws = done, Facts = null }, tallies);
        Saved = done;
        _cost = Stopwatch.GetElapsedTime(started);
        _last = Stopwatch.GetTimestamp();
    }

    /// <summary>Removes the file, and its folder where nothing else is in it.</summary>
    /// <param name="withFolder">Whether the folder goes as well.</param>
    public void Remove(bool withFolder)
    {
        // A run that ended before its first checkpoint was due has made no folder.
        if (!Directory.Exists(folder)) return;
        System.IO.File.Delete(File);
        System.IO.File.Delete(File + ".partial");
        if (withFolder && !Directory.EnumerateFileSystemEntries(folder).Any()) Directory.Delete(folder);
    }

    private void Require(ShardFile file)
    {
        var theirs = file.Header;
        if (theirs.Manifest.RunId != header.Manifest.RunId) throw Refused(file.Path, ShardSet.Differences(theirs.Manifest, header.Manifest));
        if (theirs.HasBreakdown != header.HasBreakdown)
            throw Refused(file.Path, $"The run was begun {(theirs.HasBreakdown ? "with" : "without")} --breakdown.");
        if ((theirs.FirstDraw, theirs.Shard, theirs.Shards) != (header.FirstDraw, header.Shard, header.Shards) || (theirs.Shards > 1 && theirs.TotalDraws != header.TotalDraws))
            throw Refused(file.Path, string.Create(CultureInfo.InvariantCulture, $"It is {theirs.Title} of {theirs.TotalDraws:N0} draws, and {header.Title} of {header.TotalDraws:N0} draws is asked for."));
    }

    private void RefuseOthers()
    {
        if (!Directory.Exists(folder)) return;
        foreach (var path in Directory.GetFiles(folder, "*" + ShardHeader.CheckpointExtension).Order(StringComparer.Ordinal))
        {
            var other = ShardFile.Open(path);
            if (other.Header.Manifest.RunId != header.Manifest.RunId) throw Refused(path, ShardSet.Differences(other.Header.Manifest, header.Manifest));
        }
    }

    private static InputException Refused(string path, string what) =>
        new([new InputProblem(path, null, null, $"This checkpoint cannot be continued. {what}", "Give the command as it was begun, or leave --resume out to begin anew.")]);
}
