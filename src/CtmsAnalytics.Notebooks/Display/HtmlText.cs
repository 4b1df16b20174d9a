using CtmsAnalytics.NotebookHosts;

namespace CtmsAnalytics.Notebooks.Display;

/// <summary>Text that a notebook shows as HTML, as it is.</summary>
/// <param name="Content">HTML.</param>
[TypeFormatterSource(typeof(HtmlFormatterSource))]
public sealed record HtmlText(string Content)
{
    /// <summary>The HTML; other notebook hosts find this method by its name.</summary>
    /// <returns>HTML.</returns>
    public string ToHtml() => Content;

    /// <inheritdoc/>
    public override string ToString() => Content;
}
