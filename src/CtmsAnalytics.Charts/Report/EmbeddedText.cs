using System.Security.Cryptography;
using System.Text;

namespace CtmsAnalytics.Charts.Report;

/// <summary>A text that ships inside the library and stands in pages.</summary>
internal static class EmbeddedText
{
    /// <summary>The text; browsers hash it with line feeds, whatever the checkout made of them.</summary>
    public static string Read(string name)
    {
        using var stream = typeof(EmbeddedText).Assembly.GetManifestResourceStream(name)!;
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }

    /// <summary>Source expression by which a content security policy lets the text in.</summary>
    public static string Hash(string text) => "sha256-" + Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
