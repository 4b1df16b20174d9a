namespace CtmsAnalytics.Charts.Report;

/// <summary>The report's script, and the hash by which the content security policy lets it in. The page is complete without it.</summary>
internal static class PageScript
{
    /// <summary>The script.</summary>
    public static readonly string Text = EmbeddedText.Read("report.js");

    /// <summary>Source expression for <c>script-src</c>.</summary>
    public static readonly string Hash = EmbeddedText.Hash(Text);
}
