using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using CtmsAnalytics.Diagnostics;
using CtmsAnalytics.Simulation.Results;
using CtmsAnalytics.Workspace.Runs;

namespace CtmsAnalytics.Workspace.Simulations;

/// <summary>
/// A file of draws: a line that names the format, a line of JSON with the <see cref="ShardHeader"/>, the tallies one after another, their lengths as 64-bit numbers and their count as a 32-bit number,
/// little end first, and SHA-256 of all of it.
/// </summary>
public sealed class ShardFile
{
    private const string FormatName = "ctms draws ";
    private const string Format = FormatName + "2";
    private const int MostHeaderBytes = 1 << 28;
    private const int MostParts = 64;

    private readonly List<(long Start, long Length)> _parts;

    private ShardFile(string path, ShardHeader header, List<(long Start, long Length)> parts) => (Path, Header, _parts) = (path, header, parts);

    /// <summary>The file as it was named.</summary>
    public string Path { get; }

    /// <summary>What the file says about itself.</summary>
    public ShardHeader Header { get; }

    /// <summary>Writes a file. It is written under another name, forced to the disk and then renamed: a file of this name is complete or not there.</summary>
    /// <param name="path">The file; its folder exists.</param>
    /// <param name="header">What it says about itself.</param>
    /// <param name="tallies">The draws; behind them, where the header says so, the same draws with each source of randomness held still.</param>
    /// <exception cref="IOException">The disk is full, or another process writes the same file.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder cannot be written to.</exception>
    public static void Write(string path, ShardHeader header, IReadOnlyList<SimulationTally> tallies)
    {
        ArgumentNullException.ThrowIfNull(tallies);
        var partial = path + ".partial";
        using (var file = new FileStream(partial, FileMode.Create, FileAccess.Write, FileShare.None))
        {
            using (var sha = SHA256.Create())
            {
                using (var hashed = new CryptoStream(file, sha, CryptoStreamMode.Write, leaveOpen: true))
                {
                    hashed.Write(Encoding.UTF8.GetBytes(Format + "\n"));
                    hashed.Write(JsonSerializer.SerializeToUtf8Bytes(header, RunJson.Options));
                    hashed.WriteByte((byte)'\n');
                    var footer = new byte[(sizeof(long) * tallies.Count) + sizeof(int)];
                    for (var i = 0; i < tallies.Count; i++)
                    {
                        var start = file.Position;
                        tallies[i].Write(hashed);
                        BinaryPrimitives.WriteInt64LittleEndian(footer.AsSpan(sizeof(long) * i), file.Position - start);
                    }

                    BinaryPrimitives.WriteInt32LittleEndian(footer.AsSpan(^sizeof(int)), tallies.Count);
                    hashed.Write(footer);
                }

                file.Write(sha.Hash!);
            }

            file.Flush(flushToDisk: true);
        }

        File.Move(partial, path, overwrite: true);
    }

    /// <summary>Opens a file and checks all of it.</summary>
    /// <param name="path">The file.</param>
    /// <returns>The file.</returns>
    /// <exception cref="InputException">It is not a file of draws, of another version, cut short or altered.</exception>
    public static ShardFile Open(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        try
        {
            using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read);
            return Read(path, file);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw Problem(path, $"The file cannot be read ({exception.Message}).", "Check its name and its permissions.");
        }
    }

    /// <summary>Reads the tallies.</summary>
    /// <returns>The draws, and behind them those with a source held still.</returns>
    /// <exception cref="InputException">A tally cannot be read.</exception>
    public IReadOnlyList<SimulationTally> ReadTallies()
    {
        using var file = new FileStream(Path, FileMode.Open, FileAccess.Read, FileShare.Read);
        var tallies = new List<SimulationTally>();
        foreach (var (start, length) in _parts)
        {
            try
            {
                tallies.Add(SimulationTally.Read(new PartStream(file, start, length)));
            }
            catch (InputException exception)
            {
                throw Problem(Path, exception.Message, "Remove the file and run its shard again.");
            }
        }

        return tallies;
    }

    private static ShardFile Read(string path, FileStream file)
    {
        var line = ReadLine(file, Format.Length);
        if (!line.StartsWith(FormatName, StringComparison.Ordinal)) throw Problem(path, "This is not a file of draws of ctms simulate.", "Name a file or folder that ctms simulate --out has written.");
        if (line != Format) throw Problem(path, $"The file is of another version ('{line}').", "Use the program that wrote it.");
        var damaged = Problem(path, "The file was cut short or altered: its contents do not agree with its own checksum.", "Remove it and run its shard again.");
        var end = file.Length - SHA256.HashSizeInBytes;
        if (end < file.Position || !IsSound(file, end)) throw damaged;
        file.Position = line.Length + 1;
        var header = JsonSerializer.Deserialize<ShardHeader>(ReadLine(file, MostHeaderBytes), RunJson.Options) ?? throw damaged;
        var first = file.Position;
        Span<byte> number = stackalloc byte[sizeof(long)];
        file.Position = end - sizeof(int);
        file.ReadExactly(number[..sizeof(int)]);
        var count = BinaryPrimitives.ReadInt32LittleEndian(number);
        if (count is < 1 or > MostParts) throw damaged;
        file.Position = end - sizeof(int) - (sizeof(long) * count);
        var parts = new List<(long, long)>();
        for (var i = 0; i < count; i++)
        {
            file.ReadExactly(number);
            parts.Add((first, BinaryPrimitives.ReadInt64LittleEndian(number)));
            first += parts[^1].Item2;
        }

        return new ShardFile(path, header, parts);
    }

    private static bool IsSound(FileStream file, long end)
    {
        file.Position = 0;
        using var content = new PartStream(file, 0, end);
        var computed = SHA256.HashData(content);
        var stored = new byte[SHA256.HashSizeInBytes];
        file.Position = end;
        file.ReadExactly(stored);
        return computed.AsSpan().SequenceEqual(stored);
    }

    /// <summary>The bytes up to a line feed as text; shorter where the file ends or the line is too long.</summary>
    private static string ReadLine(FileStream file, int most)
    {
        var line = new List<byte>();
        for (var next = file.ReadByte(); next is >= 0 and not '\n' && line.Count < most; next = file.ReadByte()) line.Add((byte)next);
        return Encoding.UTF8.GetString([.. line]);
    }

    private static InputException Problem(string path, string what, string right) => new([new InputProblem(path, null, null, what, right)]);
}
