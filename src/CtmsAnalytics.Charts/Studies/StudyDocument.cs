using CtmsAnalytics.Charts.Rendering;

namespace CtmsAnalytics.Charts.Studies;

/// <summary>A study as it is told: the same words and tables in a terminal, on a page of its own, in a report and in a notebook.</summary>
/// <param name="Title">What was studied.</param>
/// <param name="Finding">What was found, one or two sentences with the figures that a decision needs; empty for a section.</param>
/// <param name="Blocks">The account, from what matters most to how it was made.</param>
public sealed record StudyDocument(string Title, string Finding, IReadOnlyList<StudyBlock> Blocks)
{
    /// <summary>What a reader must know beside the results, one sentence each.</summary>
    /// <value>Default empty.</value>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>Title and finding alone.</summary>
    /// <value>The account without blocks and notes.</value>
    public StudyDocument Summary => this with { Blocks = [], Notes = [] };

    /// <summary>One chart of the account.</summary>
    /// <param name="name">What it is, as its caption begins, for example <c>Cost of talent</c>; upper or lower case.</param>
    /// <param name="size">Its size.</param>
    /// <returns>The chart.</returns>
    /// <exception cref="ArgumentException">There is no such chart; the message names those that there are.</exception>
    public ChartSpec Chart(string name, ChartSize size = ChartSize.Wide)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        var charts = Blocks.OfType<StudyChart>().ToList();
        var found = charts.Find(c => c.Name.Equals(name, StringComparison.OrdinalIgnoreCase)) ?? throw Missing("chart", name, charts.Select(c => c.Name));
        return found.Build(size);
    }

    /// <summary>One table of the account.</summary>
    /// <param name="words">Words of its caption that no other caption has, or all of the caption; upper or lower case.</param>
    /// <returns>The table.</returns>
    /// <exception cref="ArgumentException">No table or several have these words in the caption; the message gives the captions.</exception>
    public ChartTable Table(string words)
    {
        ArgumentException.ThrowIfNullOrEmpty(words);
        var tables = Blocks.OfType<StudyTable>().Select(b => b.Table).ToList();
        var found = tables.FindAll(t => t.Caption.Contains(words, StringComparison.OrdinalIgnoreCase));
        return found.Count switch
        {
            1 => found[0],
            0 => throw Missing("table", words, tables.Select(t => t.Caption)),
            _ => found.Find(t => t.Caption.Equals(words, StringComparison.OrdinalIgnoreCase))
                ?? throw new ArgumentException($"Several tables have '{words}' in the caption: {string.Join("; ", found.Select(t => t.Caption))}. Give more of the words.", nameof(words)),
        };
    }

    /// <summary>The part of the account under one heading.</summary>
    /// <param name="heading">Words of the heading that no other heading has, or all of the heading; upper or lower case.</param>
    /// <returns>The part, with the heading as its title and without a finding.</returns>
    /// <exception cref="ArgumentException">No heading or several have these words; the message gives the headings.</exception>
    public StudyDocument Section(string heading)
    {
        ArgumentException.ThrowIfNullOrEmpty(heading);
        var headings = Blocks.OfType<StudyHeading>().Select(h => h.Text).ToList();
        var found = headings.FindAll(h => h.Contains(heading, StringComparison.OrdinalIgnoreCase));
        if (found.Count > 1) found = found.FindAll(h => h.Equals(heading, StringComparison.OrdinalIgnoreCase));
        if (found.Count != 1) throw Missing("section", heading, headings);
        var after = Blocks.SkipWhile(b => b is not StudyHeading h || h.Text != found[0]).Skip(1);
        return new StudyDocument(found[0], "", [.. after.TakeWhile(b => b is not StudyHeading)]);
    }

    /// <summary>The account as HTML: finding, charts with their figures folded below, tables, and the notes folded at the end. Notebook hosts show it.</summary>
    /// <returns>An element with its own style that needs no script; every text is escaped.</returns>
    /// <exception cref="Diagnostics.InputException">Node.js is not installed or too old; the message says what to install.</exception>
    /// <exception cref="ChartRenderException">A chart cannot be drawn.</exception>
    public string ToHtml()
    {
        using var renderer = new SvgRenderer();
        return ToHtml(renderer);
    }

    /// <summary>The account as HTML, its charts drawn by a renderer that is there already.</summary>
    /// <param name="renderer">Draws the charts.</param>
    /// <returns>An element with its own style that needs no script; every text is escaped.</returns>
    /// <exception cref="Diagnostics.InputException">Node.js is not installed or too old; the message says what to install.</exception>
    /// <exception cref="ChartRenderException">A chart cannot be drawn.</exception>
    public string ToHtml(SvgRenderer renderer)
    {
        ArgumentNullException.ThrowIfNull(renderer);
        return StudyFragment.Write(this, renderer);
    }

    /// <summary>Title and finding.</summary>
    /// <returns>One or two lines.</returns>
    public override string ToString() => Finding.Length == 0 ? Title : $"{Title}\n{Finding}";

    private static ArgumentException Missing(string what, string asked, IEnumerable<string> names)
    {
        var known = names.ToList();
        return new ArgumentException(known.Count == 0 ? $"There is no {what} '{asked}': the account has none." : $"There is no single {what} '{asked}'. There {(known.Count == 1 ? "is" : "are")}: {string.Join("; ", known)}.");
    }
}
