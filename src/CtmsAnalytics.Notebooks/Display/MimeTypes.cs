namespace CtmsAnalytics.Notebooks.Display;

/// <summary>The MIME types that outputs of cells have here.</summary>
public static class MimeTypes
{
    /// <summary>Plain text; every output has it.</summary>
    public const string Text = "text/plain";

    /// <summary>HTML that needs no script to be complete.</summary>
    public const string Html = "text/html";

    /// <summary>A drawn chart.</summary>
    public const string Svg = "image/svg+xml";

    /// <summary>A picture; its content is Base64 text.</summary>
    public const string Png = "image/png";

    /// <summary>A chart as a Vega-Lite 6 specification.</summary>
    public const string VegaLite = "application/vnd.vegalite.v6+json";

    /// <summary>Text in Markdown.</summary>
    public const string Markdown = "text/markdown";

    /// <summary>Whether content of a type is a JSON object in a notebook file, and not text.</summary>
    /// <param name="mimeType">A MIME type.</param>
    /// <returns>True for JSON types.</returns>
    public static bool IsJson(string mimeType)
    {
        ArgumentNullException.ThrowIfNull(mimeType);
        return mimeType == "application/json" || mimeType.EndsWith("+json", StringComparison.Ordinal);
    }
}
