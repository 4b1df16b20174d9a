using CtmsAnalytics.Charts.Html;

namespace CtmsAnalytics.Charts.Report;

/// <summary>The head of a page that opens offline: a content security policy that allows its own style sheet and script by their hashes, and nothing else.</summary>
internal static class PageHead
{
    /// <summary>Writes the head.</summary>
    /// <param name="html">The page.</param>
    /// <param name="title">Title of the page.</param>
    /// <param name="generator">Name and version of the program; null for none.</param>
    /// <param name="hasScript">Whether the page has the report's script at its end.</param>
    public static void Write(HtmlWriter html, string title, string? generator = null, bool hasScript = false)
    {
        var script = hasScript ? $"script-src '{PageScript.Hash}'; " : "";
        using var head = html.Open("head");
        html.Void("meta", ("charset", "utf-8"));
        html.Void("meta", ("http-equiv", "Content-Security-Policy"), ("content", $"default-src 'none'; {script}style-src '{StyleSheet.Hash}'; img-src data:; base-uri 'none'; form-action 'none'"));
        html.Void("meta", ("name", "viewport"), ("content", "width=device-width, initial-scale=1"));
        html.Void("meta", ("name", "color-scheme"), ("content", "light dark"));
        if (generator is not null) html.Void("meta", ("name", "generator"), ("content", generator));
        html.Text("title", title);
        html.Own($"<style>{StyleSheet.Text}</style>");
    }
}
