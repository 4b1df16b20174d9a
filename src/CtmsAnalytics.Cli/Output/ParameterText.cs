using System.Globalization;
using System.Text;
using System.Text.Json;
using CtmsAnalytics.Charts.Formatting;
using CtmsAnalytics.Charts.Report;
using CtmsAnalytics.Parameters;

namespace CtmsAnalytics.Cli.Output;

/// <summary>A catalog of parameters as plain lines, Markdown and JSON.</summary>
public static class ParameterText
{
    private static readonly JsonSerializerOptions Options = new() { WriteIndented = true, PropertyNamingPolicy = JsonNamingPolicy.CamelCase };

    /// <summary>Plain lines for a terminal: what is assumed begins with an exclamation mark.</summary>
    /// <param name="catalog">What is listed.</param>
    /// <returns>Lines.</returns>
    public static string Plain(ParameterCatalog catalog)
    {
        ArgumentNullException.ThrowIfNull(catalog);
        var text = new StringBuilder().Append(ParameterPage.Summary(catalog)).Append(" Assumed figures begin with '!'.");
        foreach (var group in catalog.BySection())
        {
            text.Append("\n\n").Append(group.Heading);
            foreach (var p in group.Policy)
            {
                text.Append(CultureInfo.InvariantCulture, $"\n{Sign(p.Mark == ParameterMark.Assumed)} {p.Name} = {Display.Value(p.Value, p.Unit)} ({p.Unit}) from {p.EffectiveYear}  [{Display.Mark(p.Mark)}]{Cited(p.Paragraph)}");
                text.Append(CultureInfo.InvariantCulture, $"\n    {SafeText.Escape(p.Description)}\n    {SafeText.Escape(p.Source)}");
            }

            foreach (var s in group.Series)
            {
                text.Append(CultureInfo.InvariantCulture, $"\n{Sign(HasAssumed(s))} {s.Name} {Years(s)}: {Display.Newest(s)} ({s.Unit})  [{Display.Marks(s, Display.Mark)}]{Cited(s.Paragraph)}");
                text.Append(CultureInfo.InvariantCulture, $"\n    {SafeText.Escape(s.Description)}\n    {SafeText.Escape(s.Source)}");
            }
        }

        return text.ToString();
    }

    /// <summary>Markdown: a table for each section, what is assumed in bold.</summary>
    /// <param name="catalog">What is listed.</param>
    /// <returns>Markdown without a heading of its own.</returns>
    public static string Markdown(ParameterCatalog catalog)
    {
        ArgumentNullException.ThrowIfNull(catalog);
        var text = new StringBuilder().Append(ParameterPage.Summary(catalog)).Append(" Assumed figures are **bold**.\n");
        foreach (var group in catalog.BySection())
        {
            text.Append(CultureInfo.InvariantCulture, $"\n### {Cell(group.Heading)}\n");
            if (group.Policy.Count > 0)
            {
                text.Append("\n| parameter | value | unit | since | mark | paragraph | what it is | source or reason |\n|---|--:|---|---|---|---|---|---|\n");
                foreach (var p in group.Policy)
                    text.Append(CultureInfo.InvariantCulture, $"| `{p.Name}` | {Display.Value(p.Value, p.Unit)} | {Cell(p.Unit)} | {p.EffectiveYear} | {Bold(p.Mark)} | {Cell(p.Paragraph)} | {Cell(p.Description)} | {Cell(p.Source)} |\n");
            }

            if (group.Series.Count > 0)
            {
                text.Append("\n| series | newest | unit | years | mark | paragraph | what it is |\n|---|--:|---|---|---|---|---|\n");
                foreach (var s in group.Series)
                    text.Append(CultureInfo.InvariantCulture, $"| `{s.Name}` | {Display.Newest(s)} | {Cell(s.Unit)} | {Years(s)} | {Display.Marks(s, Bold)} | {Cell(s.Paragraph)} | {Cell(s.Description)} |\n");
            }
        }

        return text.ToString();
    }

    /// <summary>JSON for scripts.</summary>
    /// <param name="catalog">What is listed.</param>
    /// <returns>An object with <c>parameters</c> and <c>series</c>.</returns>
    public static string Json(ParameterCatalog catalog)
    {
        ArgumentNullException.ThrowIfNull(catalog);
        return JsonSerializer.Serialize(
            new
            {
                Parameters = catalog.Policy.Select(p => new { p.Name, p.EffectiveYear, p.Value, p.Unit, Mark = Display.Mark(p.Mark), p.Paragraph, p.Source, p.Description }),
                Series = catalog.Series.Select(s => new
                {
                    s.Name,
                    s.FirstYear,
                    s.LastYear,
                    s.Newest.Lowest,
                    s.Newest.Highest,
                    s.Figures,
                    s.Unit,
                    Marks = s.Marks.Select(m => new { Mark = Display.Mark(m.Mark), m.Years }),
                    s.Paragraph,
                    s.Source,
                    s.Description,
                }),
            },
            Options);
    }

    private static bool HasAssumed(ReferenceSeries series) => series.Marks.Any(m => m.Mark == ParameterMark.Assumed);

    private static char Sign(bool assumed) => assumed ? '!' : ' ';

    private static string Cited(string paragraph) => paragraph.Length == 0 ? "" : $"  {paragraph}";

    private static string Bold(ParameterMark mark) => mark == ParameterMark.Assumed ? $"**{Display.Mark(mark)}**" : Display.Mark(mark);

    private static string Years(ReferenceSeries series) => string.Create(CultureInfo.InvariantCulture, $"{series.FirstYear}-{series.LastYear}");

    private static string Cell(string text) =>
        text.ReplaceLineEndings(" ").Replace("<", "&lt;", StringComparison.Ordinal).Replace("|", "\\|", StringComparison.Ordinal);
}
