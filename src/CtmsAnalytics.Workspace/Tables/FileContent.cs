using System.Security.Cryptography;
using CtmsAnalytics.Diagnostics;
using CtmsAnalytics.Workspace.Storage;

namespace CtmsAnalytics.Workspace.Tables;

/// <summary>
/// A file read once: the bytes that are hashed are the bytes that are parsed, so that an import's digest can never belong to another content.
/// </summary>
internal sealed class FileContent
{
    private const int PieceLength = 1 << 20;

    private FileContent(string name, byte[] bytes)
    {
        Name = name;
        Bytes = bytes;
        Sha256 = Convert.ToHexStringLower(SHA256.HashData(bytes));
    }

    /// <summary>The file as the user named it.</summary>
    public string Name { get; }

    public byte[] Bytes { get; }

    /// <summary>SHA-256 of the content, lower-case hexadecimal.</summary>
    public string Sha256 { get; }

    public static FileContent Read(string path, CancellationToken cancellation = default)
    {
        if (Directory.Exists(path)) throw Unusable(path, "This is a folder.", "Name the file in it.");
        if (!File.Exists(path)) throw Unusable(path, "There is no such file.", "Check the name and the folder.");
        using var activity = WorkspaceActivity.Reading(path);
        try
        {
            return FromBytes(path, ReadAll(path, cancellation));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw Unusable(path, $"The file cannot be read ({exception.Message}).", "Close it elsewhere and check its permissions.");
        }
    }

    public static FileContent FromBytes(string name, byte[] bytes) => new(name, bytes);

    /// <summary>Opens the content as a table. What the file is, its first bytes decide and not its name.</summary>
    public TableSource Open()
    {
        if (Bytes.Length == 0) throw Unusable(Name, "The file is empty (0 bytes).", "Download or export it again.");
        if (StartsWith("PK\u0003\u0004"u8) || StartsWith([0xD0, 0xCF, 0x11, 0xE0])) return new ExcelSource(this);
        if (StartsWith("%PDF"u8)) throw Unusable(Name, "This is a PDF document, not a table.", "Give the .xlsx or .csv file of the same data.");
        var text = TextDecoder.Decode(Bytes, out var encoding);
        var start = text.AsSpan().TrimStart();
        if (start.StartsWith("<"))
            throw Unusable(Name, "This is a web page or XML, not a table: the download probably returned an error page.", "Download the file itself (.xlsx or .csv) and import that.");
        if (start.IsEmpty) throw Unusable(Name, "The file holds nothing but blanks.", "Download or export it again.");
        if (text.Contains('\0')) throw Unusable(Name, "This is neither a workbook nor text.", "Give an .xlsx, .xls or .csv file.");
        return new DelimitedSource(Name, text, encoding);
    }

    public static InputException Unusable(string name, string what, string right) => new([new InputProblem(name, null, null, what, right)]);

    /// <summary>Reads piece by piece, so that a slow disk or a pipe does not keep the user from stopping the import.</summary>
    private static byte[] ReadAll(string path, CancellationToken cancellation)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0);
        using var content = new MemoryStream();
        var piece = new byte[PieceLength];
        while (file.Read(piece) is > 0 and var length)
        {
            cancellation.ThrowIfCancellationRequested();
            content.Write(piece, 0, length);
        }

        return content.ToArray();
    }

    private bool StartsWith(ReadOnlySpan<byte> magic) => Bytes.AsSpan().StartsWith(magic);
}
