using CtmsAnalytics.Charts.Formatting;
using CtmsAnalytics.Charts.Html;
using CtmsAnalytics.Charts.Report;
using CtmsAnalytics.NotebookHosts;
using CtmsAnalytics.PayHistory;
using static CtmsAnalytics.Charts.Explanations.ExplanationSentences;

namespace CtmsAnalytics.Charts.Explanations;

/// <summary>
/// One person's pay in a year as HTML: what it is, how it is built, what each rule did and what it rests on. No script, no network. The same explanation and options
/// give the same bytes.
/// </summary>
/// <param name="explanation">The explanation.</param>
/// <param name="options">What the page says beside it; null for the defaults.</param>
[TypeFormatterSource(typeof(HtmlFormatterSource))]
public sealed class ExplanationPage(PersonExplanation explanation, ExplanationOptions? options = null)
{
    private readonly ExplanationOptions _options = options ?? new ExplanationOptions();

    /// <summary>The explanation as an HTML fragment for a notebook or another page. Its first heading is an <c>h2</c>.</summary>
    /// <returns>An article element that needs no script and no style sheet.</returns>
    public string ToHtml()
    {
        using var text = new StringWriter { NewLine = "\n" };
        Body(new HtmlWriter(text), "article", "h2", "h3");
        return text.ToString();
    }

    /// <summary>Writes a whole page that opens offline, with its own style sheet.</summary>
    /// <param name="output">Where the HTML goes; write it as UTF-8.</param>
    public void Write(TextWriter output)
    {
        ArgumentNullException.ThrowIfNull(output);
        WritePage(output, "Pay of " + Title(explanation), html => Body(html, "main", "h1", "h2"));
    }

    /// <summary>Writes a whole page about one person.</summary>
    internal static void WritePage(TextWriter output, string title, Action<HtmlWriter> write)
    {
        var html = new HtmlWriter(output);
        html.Own("<!DOCTYPE html>");
        using var page = html.Open("html", ("lang", "en-US"));
        PageHead.Write(html, title);
        using var body = html.Open("body");
        html.Text("p", "Analyst output: holds the pay of one person. Handle as personal data.", ("class", "privacy"));
        write(html);
    }

    internal void Body(HtmlWriter html, string element, string title, string heading)
    {
        using var body = html.Open(element, ("class", "explanation-page"));
        Opening(html, title);
        var tables = new ExplanationTables(new Exhibits(html, heading), explanation);
        tables.Salary();
        tables.Totals();
        tables.WorkPeriods();
        tables.Findings();
        tables.Limits();
        tables.Hours();
        tables.Actions(_options.Given);
        tables.Luck();
        tables.Assumptions();
        tables.Parameters();
    }

    private void Opening(HtmlWriter html, string title)
    {
        using var header = html.Open("header");
        html.Text("p", $"DHS Cybersecurity Service \u00b7 6 CFR part 158 \u00b7 {explanation.Scenario}", ("class", "kicker"));
        html.Text(title, "Pay of " + Title(explanation));
        html.Text("p", Total(explanation), ("class", "finding"));
        html.Text("p", $"{Chance(explanation)} {Person(explanation.Person)}.", ("class", "estimate"));
        if (_options.RosterNotes.Count > 0) html.Text("p", string.Join(' ', _options.RosterNotes), ("class", "estimate"));
        var (salary, additional, beside) = Parts(explanation);
        using var facts = html.Open("dl", ("class", "facts"));
        Fact(html, "Total", explanation.Total, Year(explanation));
        Fact(html, "Salary", salary, "with the local supplement");
        Fact(html, "Additional compensation", additional, "recognition, special working conditions and other payments");
        Fact(html, "Beside compensation", beside, "contributions, taxes, insurance, training");
    }

    private static void Fact(HtmlWriter html, string name, long cents, string detail)
    {
        using var fact = html.Open("div");
        html.Text("dt", name);
        html.Text("dd", Display.Exact(cents), ("class", "value"));
        html.Text("dd", detail, ("class", "detail"));
    }
}
