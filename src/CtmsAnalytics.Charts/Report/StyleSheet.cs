namespace CtmsAnalytics.Charts.Report;

/// <summary>The report's style sheet, and the hash by which the content security policy lets it in.</summary>
internal static class StyleSheet
{
    /// <summary>The style sheet.</summary>
    public static readonly string Text = EmbeddedText.Read("report.css");

    /// <summary>Source expression for <c>style-src</c>.</summary>
    public static readonly string Hash = EmbeddedText.Hash(Text);
}
