using System.Globalization;
using CtmsAnalytics.Charts.Html;
using CtmsAnalytics.NotebookHosts;
using CtmsAnalytics.PayHistory;
using CtmsAnalytics.Simulation.Replays;
using static CtmsAnalytics.Charts.Explanations.ExplanationSentences;

namespace CtmsAnalytics.Charts.Explanations;

/// <summary>
/// One position in one draw of a simulation as HTML: who holds it, and the pay in a year of everybody who does. No script, no network. The same replay and options give
/// the same bytes.
/// </summary>
/// <param name="replay">The replay.</param>
/// <param name="explanations">The year of everybody who holds the position in it, from <see cref="PersonReplay.Explain"/>.</param>
/// <param name="options">What the page says beside it; null for the defaults.</param>
[TypeFormatterSource(typeof(HtmlFormatterSource))]
public sealed class ReplayPage(PersonReplay replay, IReadOnlyList<PersonExplanation> explanations, ExplanationOptions? options = null)
{
    private string Title => string.Create(CultureInfo.InvariantCulture, $"The position of {replay.PersonId}, {replay.Scenario}, draw {replay.Draw}");

    /// <summary>The replay as an HTML fragment for a notebook or another page. Its first heading is an <c>h2</c>.</summary>
    /// <returns>An article element that needs no script and no style sheet.</returns>
    public string ToHtml()
    {
        using var text = new StringWriter { NewLine = "\n" };
        Body(new HtmlWriter(text), "article", "h2", "h3", "h4");
        return text.ToString();
    }

    /// <summary>Writes a whole page that opens offline, with its own style sheet.</summary>
    /// <param name="output">Where the HTML goes; write it as UTF-8.</param>
    public void Write(TextWriter output)
    {
        ArgumentNullException.ThrowIfNull(output);
        ExplanationPage.WritePage(output, Title, html => Body(html, "main", "h1", "h2", "h3"));
    }

    private void Body(HtmlWriter html, string element, string title, string person, string heading)
    {
        using var body = html.Open(element, ("class", "explanation-page"));
        html.Text(title, Title);
        html.Text("p", "Who holds it:");
        using (html.Open("ul"))
        {
            foreach (var spell in replay.Spells) html.Text("li", Holder(spell));
        }

        if (explanations.Count == 0) html.Text("p", "Nobody holds it in the year.");
        foreach (var explanation in explanations) new ExplanationPage(explanation, options).Body(html, "article", person, heading);
    }
}
