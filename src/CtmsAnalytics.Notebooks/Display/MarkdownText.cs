namespace CtmsAnalytics.Notebooks.Display;

/// <summary>Text that a notebook shows as Markdown.</summary>
/// <param name="Content">Markdown.</param>
public sealed record MarkdownText(string Content)
{
    /// <inheritdoc/>
    public override string ToString() => Content;
}
