using Markdig;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace CtmsAnalytics.Notebooks.Pages;

/// <summary>Prose of a notebook as HTML. A page never runs what a notebook's text brings: HTML in it is shown as text, and a link leads to the web, to mail or to a file beside the page.</summary>
internal static class ProseHtml
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().UsePipeTables().UseAutoIdentifiers().DisableHtml().Build();
    private static readonly string[] Schemes = ["http", "https", "mailto"];

    /// <summary>Writes prose.</summary>
    /// <param name="markdown">Markdown.</param>
    /// <returns>HTML; a link that leads elsewhere, such as to a script, leads nowhere.</returns>
    public static string Of(string markdown)
    {
        var document = Markdown.Parse(markdown, Pipeline);
        foreach (var link in document.Descendants<LinkInline>().Where(l => !IsSafe(l.Url) && !(l.IsImage && IsPicture(l.Url)))) link.Url = "";
        foreach (var link in document.Descendants<AutolinkInline>().Where(l => !l.IsEmail && !IsSafe(l.Url))) link.Url = "";
        return document.ToHtml(Pipeline);
    }

    /// <summary>Browsers leave white space and control characters out of a scheme, so that they are left out here.</summary>
    private static bool IsSafe(string? url)
    {
        var address = string.Concat((url ?? "").Where(c => c > ' '));
        var end = address.IndexOfAny([':', '/', '?', '#']);
        return end < 0 || address[end] != ':' || Schemes.Contains(address[..end], StringComparer.OrdinalIgnoreCase);
    }

    private static bool IsPicture(string? url) => url?.StartsWith("data:image/", StringComparison.OrdinalIgnoreCase) == true;
}
