using System.Security.Cryptography;
using System.Text;

namespace CtmsAnalytics.Charts.Report;

/// <summary>The report's style sheet, and the hash by which the content security policy lets it in.</summary>
internal static class StyleSheet
{
    /// <summary>The style sheet. Browsers hash it with line feeds, whatever the checkout made of them.</summary>
    public static readonly string Text = Read();

    /// <summary>Source expression for <c>style-src</c>.</summary>
    public static readonly string Hash = "sha256-" + Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Text)));

    private static string Read()
    {
        using var stream = typeof(StyleSheet).Assembly.GetManifestResourceStream("report.css")!;
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
