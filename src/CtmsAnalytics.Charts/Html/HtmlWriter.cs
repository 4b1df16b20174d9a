using System.Net;

namespace CtmsAnalytics.Charts.Html;

/// <summary>
/// Writes HTML elements. Every text and every attribute value is encoded here, and there is no way around it but <see cref="Svg"/>, which takes what
/// the chart renderer has made. Untrusted text therefore never becomes markup. Lines end with a line feed whatever the writer's own habit, so that
/// the bytes are the same on every system.
/// </summary>
internal sealed class HtmlWriter(TextWriter output)
{
    /// <summary>Opens an element; disposing the result closes it.</summary>
    /// <param name="tag">Element name, a literal.</param>
    /// <param name="attributes">Attribute names (literals) and their values.</param>
    public Element Open(string tag, params ReadOnlySpan<(string Name, string Value)> attributes)
    {
        Start(tag, attributes);
        output.Write('\n');
        return new Element(output, tag);
    }

    /// <summary>Opens an element whose content follows on the same line.</summary>
    public Element OpenInline(string tag, params ReadOnlySpan<(string Name, string Value)> attributes)
    {
        Start(tag, attributes);
        return new Element(output, tag);
    }

    /// <summary>Text inside the open element.</summary>
    public void Inline(string text) => output.Write(WebUtility.HtmlEncode(Printable(text)));

    /// <summary>A complete element with text in it.</summary>
    public void Text(string tag, string text, params ReadOnlySpan<(string Name, string Value)> attributes)
    {
        Start(tag, attributes);
        output.Write(WebUtility.HtmlEncode(Printable(text)));
        output.Write($"</{tag}>\n");
    }

    /// <summary>An element without content, such as <c>meta</c>; closed, so that XML tools read the page as well.</summary>
    public void Void(string tag, params ReadOnlySpan<(string Name, string Value)> attributes)
    {
        Start(tag, attributes, "/>");
        output.Write('\n');
    }

    /// <summary>A chart, as the renderer has made it.</summary>
    public void Svg(string svg) => output.Write(svg + "\n");

    /// <summary>The document type, or a style sheet that belongs to the library.</summary>
    public void Own(string literal) => output.Write(literal + "\n");

    private void Start(string tag, ReadOnlySpan<(string Name, string Value)> attributes, string end = ">")
    {
        output.Write('<');
        output.Write(tag);
        foreach (var (name, value) in attributes)
        {
            output.Write(' ');
            output.Write(name);
            output.Write("=\"");
            output.Write(WebUtility.HtmlEncode(Printable(value)));
            output.Write('"');
        }

        output.Write(end);
    }

    /// <summary>Control characters have no place in a page; they show as the replacement character instead of disturbing it.</summary>
    private static string Printable(string text) =>
        text.Any(c => char.IsControl(c) && c is not ('\n' or '\t'))
            ? string.Concat(text.Select(c => char.IsControl(c) && c is not ('\n' or '\t') ? '\ufffd' : c))
            : text;

    /// <summary>An open element.</summary>
    internal readonly struct Element(TextWriter output, string tag) : IDisposable
    {
        public void Dispose() => output.Write($"</{tag}>\n");
    }
}
