using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using CtmsAnalytics.Notebooks.Display;
using CtmsAnalytics.Notebooks.Documents;

namespace CtmsAnalytics.Notebooks.Pages;

/// <summary>A notebook as one HTML file that opens offline: prose, code that folds away, and outputs.</summary>
public static class NotebookPage
{
    private const string Style = """
        :root{color-scheme:light}body{font:16px/1.55 system-ui,sans-serif;color:#1b1b1b;background:#fff;max-width:60rem;margin:2rem auto;padding:0 1rem}
        h1,h2,h3{line-height:1.25}pre{overflow-x:auto;background:#f5f6f7;border:1px solid #e1e3e5;border-radius:4px;padding:.6rem .8rem;font:13px/1.45 ui-monospace,monospace}
        code{font-family:ui-monospace,monospace;font-size:.92em}details.code{margin:.6rem 0}details.code summary{color:#555;cursor:pointer;font-size:.85rem}
        .output{margin:.4rem 0 1.2rem}.output svg{max-width:100%;height:auto}.output pre{background:#fff;white-space:pre-wrap}pre.error{border-color:#b3261e;color:#7a1812}pre.stderr{color:#7a5b00}
        table{border-collapse:collapse}td,th{padding:2px 8px;border-bottom:1px solid #d0d0d0;text-align:left}blockquote{border-left:3px solid #c8ccd0;margin-left:0;padding-left:1rem;color:#444}
        @media print{details.code{display:none}.ctms-pages{display:none}}
        """;

    /// <summary>Writes the page.</summary>
    /// <param name="notebook">A notebook with its outputs.</param>
    /// <param name="title">Title where the notebook has no first heading.</param>
    /// <returns>HTML.</returns>
    public static string Write(NotebookDocument notebook, string title)
    {
        ArgumentNullException.ThrowIfNull(notebook);
        var html = new StringBuilder("<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\"><title>");
        html.Append(Escape(TitleOf(notebook) ?? title)).Append("</title>\n<style>").Append(Style).Append("</style></head>\n<body>\n");
        foreach (var cell in notebook.Cells)
        {
            if (cell.IsMarkdown) html.Append(ProseHtml.Of(cell.Source));
            else if (cell.IsCode) Code(html, cell);
        }

        return html.Append("</body></html>\n").ToString();
    }

    private static string? TitleOf(NotebookDocument notebook) => notebook.Cells.Where(c => c.IsMarkdown)
        .SelectMany(c => c.Source.Split('\n')).FirstOrDefault(l => l.StartsWith("# ", StringComparison.Ordinal))?[2..].Trim();

    private static void Code(StringBuilder html, NotebookCell cell)
    {
        if (cell.Source.Length > 0)
        {
            var number = cell.ExecutionCount is { } count ? string.Create(CultureInfo.InvariantCulture, $"code [{count}]") : "code";
            html.Append(CultureInfo.InvariantCulture, $"<details class=\"code\" open><summary>{number}</summary><pre><code>{Escape(cell.Source)}</code></pre></details>\n");
        }

        foreach (var output in cell.Outputs.OfType<JsonObject>())
        {
            html.Append("<div class=\"output\">");
            switch ((string?)output["output_type"])
            {
                case "stream":
                    html.Append(CultureInfo.InvariantCulture, $"<pre class=\"{((string?)output["name"] == "stderr" ? "stderr" : "stdout")}\">{Escape(NotebookJson.ReadText(output["text"]))}</pre>");
                    break;
                case "error":
                    html.Append(CultureInfo.InvariantCulture, $"<pre class=\"error\">{Escape(string.Join('\n', output["traceback"]!.AsArray().Select(l => (string?)l)))}</pre>");
                    break;
                default:
                    if (output["data"] is JsonObject data) Shown(html, data);
                    break;
            }

            html.Append("</div>\n");
        }
    }

    private static void Shown(StringBuilder html, JsonObject data)
    {
        string? Text(string type) => data[type] is { } content ? NotebookJson.ReadText(content) : null;
        if (Text(MimeTypes.Svg) is { Length: > 0 } svg) html.Append(svg);
        else if (Text(MimeTypes.Html) is { Length: > 0 } own) html.Append(own);
        else if (Text(MimeTypes.Png) is { Length: > 0 } png) html.Append(CultureInfo.InvariantCulture, $"<img alt=\"{Escape(Text(MimeTypes.Text) ?? "picture")}\" src=\"data:image/png;base64,{Escape(png.ReplaceLineEndings(""))}\">");
        else if (Text(MimeTypes.Markdown) is { Length: > 0 } markdown) html.Append(ProseHtml.Of(markdown));
        else html.Append(CultureInfo.InvariantCulture, $"<pre>{Escape(Text(MimeTypes.Text) ?? "")}</pre>");
    }

    private static string Escape(string text) => WebUtility.HtmlEncode(text);
}
