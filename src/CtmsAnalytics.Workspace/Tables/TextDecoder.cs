using System.Text;

namespace CtmsAnalytics.Workspace.Tables;

/// <summary>Finds out how a text file is encoded: byte order mark, UTF-16 by its zero bytes, UTF-8 if it is valid, else Windows-1252.</summary>
internal static class TextDecoder
{
    private const int Windows1252 = 1252;

    static TextDecoder() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <summary>Decodes the bytes.</summary>
    /// <param name="bytes">Content of the file.</param>
    /// <param name="name">Name of the encoding where it is not UTF-8, else empty.</param>
    public static string Decode(byte[] bytes, out string name)
    {
        name = "";
        if (bytes is [0xEF, 0xBB, 0xBF, ..]) return Encoding.UTF8.GetString(bytes, 3, bytes.Length - 3);
        if (bytes is [0xFF, 0xFE, ..] || ZeroBytes(bytes, odd: true))
        {
            name = "UTF-16";
            var skip = bytes is [0xFF, 0xFE, ..] ? 2 : 0;
            return Encoding.Unicode.GetString(bytes, skip, bytes.Length - skip);
        }

        if (bytes is [0xFE, 0xFF, ..] || ZeroBytes(bytes, odd: false))
        {
            name = "UTF-16 (big endian)";
            var skip = bytes is [0xFE, 0xFF, ..] ? 2 : 0;
            return Encoding.BigEndianUnicode.GetString(bytes, skip, bytes.Length - skip);
        }

        try
        {
            return new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            name = "Windows-1252";
            return Encoding.GetEncoding(Windows1252).GetString(bytes);
        }
    }

    private static bool ZeroBytes(byte[] bytes, bool odd)
    {
        var sample = Math.Min(bytes.Length, 4096) & ~1;
        if (sample < 4) return false;
        var here = 0;
        var there = 0;
        for (var i = 0; i < sample; i++)
        {
            if (bytes[i] != 0) continue;
            if ((i & 1) == 1 == odd) here++;
            else there++;
        }

        return here > sample / 4 && there == 0;
    }
}
