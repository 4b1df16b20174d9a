using System.Text;
using CtmsAnalytics.Workspace.Storage;

namespace CtmsAnalytics.Workspace.Scenarios.Yaml;

/// <summary>Reads the text of a file, and says what stands in the way when it is not text.</summary>
internal static class YamlTextReader
{
    // The largest real file is a few tens of kilobytes; more is a file named by mistake.
    private const int MostBytes = 1 << 20;

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Reads a file.</summary>
    /// <param name="path">Path on the disk.</param>
    /// <param name="shown">Name for messages.</param>
    /// <param name="kind">What the file is about.</param>
    /// <param name="problems">Takes what is wrong.</param>
    /// <returns>The bytes and their text; null after a problem.</returns>
    public static (byte[] Bytes, string Text)? Read(string path, string shown, FileKind kind, ProblemList problems)
    {
        var start = new SourceLocation(shown, 1, 1);
        using var activity = WorkspaceActivity.Reading(shown);
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read);
        if (IsTooLong(start, stream.Length, kind, problems)) return null;
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        if (bytes is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..])
        {
            problems.Add(start, "The file is UTF-16 text.", "Save it as UTF-8.");
            return null;
        }

        var content = bytes is [0xEF, 0xBB, 0xBF, ..] ? bytes.AsSpan(3) : bytes;
        try
        {
            return (bytes, Strict.GetString(content));
        }
        catch (DecoderFallbackException exception)
        {
            var before = content[..Math.Max(0, exception.Index)];
            var line = before.Count((byte)'\n') + 1;
            var column = Encoding.UTF8.GetCharCount(before[(before.LastIndexOf((byte)'\n') + 1)..]) + 1;
            problems.Add(new SourceLocation(shown, line, column), "The file is not UTF-8 text from here on.", "Save it as UTF-8.");
            return null;
        }
    }

    /// <summary>Checks text that is no file.</summary>
    /// <param name="shown">Name for messages.</param>
    /// <param name="text">The text.</param>
    /// <param name="kind">What it is about.</param>
    /// <param name="problems">Takes what is wrong.</param>
    /// <returns>Its bytes; null after a problem.</returns>
    public static byte[]? Check(string shown, string text, FileKind kind, ProblemList problems)
    {
        var start = new SourceLocation(shown, 1, 1);
        try
        {
            var bytes = Strict.GetBytes(text);
            return IsTooLong(start, bytes.Length, kind, problems) ? null : bytes;
        }
        catch (EncoderFallbackException exception)
        {
            var before = text.AsSpan(0, exception.Index);
            problems.Add(new SourceLocation(shown, before.Count('\n') + 1, exception.Index - before.LastIndexOf('\n')), "This is half of a surrogate pair and no character.", "Write the character anew.");
            return null;
        }
    }

    private static bool IsTooLong(SourceLocation start, long bytes, FileKind kind, ProblemList problems)
    {
        if (bytes <= MostBytes) return false;
        problems.Add(start, $"The file has {bytes} bytes.", $"{kind.Noun} has at most {MostBytes} bytes.");
        return true;
    }
}
