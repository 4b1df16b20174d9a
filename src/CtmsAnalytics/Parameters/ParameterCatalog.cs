using CtmsAnalytics.Rules;

namespace CtmsAnalytics.Parameters;

/// <summary>Every figure that the model knows, for a reader: policy parameters one by one, published tables summed up by series.</summary>
/// <param name="Policy">Policy parameters.</param>
/// <param name="Series">Published tables.</param>
/// <param name="Sections">Sections of part 158 in their order.</param>
public sealed record ParameterCatalog(IReadOnlyList<Parameter> Policy, IReadOnlyList<ReferenceSeries> Series, IReadOnlyList<RegulationSection> Sections)
{
    /// <summary>The figures by the first section of part 158 that their paragraph names, in the regulation's order; other law and conventions stand last.</summary>
    /// <returns>The groups that have a figure.</returns>
    public IReadOnlyList<ParameterGroup> BySection()
    {
        var policy = Policy.ToLookup(p => SectionOf(p.Paragraph), StringComparer.Ordinal);
        var series = Series.ToLookup(s => SectionOf(s.Paragraph), StringComparer.Ordinal);
        return
        [
            .. Sections.Select(s => (RegulationSection?)s).Append(null)
                .Select(s => new ParameterGroup(
                    s,
                    [.. policy[s?.Number ?? ""].OrderBy(p => p.Name, StringComparer.Ordinal).ThenBy(p => p.EffectiveYear)],
                    [.. series[s?.Number ?? ""].OrderBy(p => p.Name, StringComparer.Ordinal)]))
                .Where(g => g.Policy.Count + g.Series.Count > 0),
        ];
    }

    /// <summary>The figures with a mark; a series counts when one of its years has it.</summary>
    /// <param name="mark">The mark.</param>
    /// <returns>A smaller catalog.</returns>
    public ParameterCatalog Marked(ParameterMark mark) =>
        this with { Policy = [.. Policy.Where(p => p.Mark == mark)], Series = [.. Series.Where(s => s.Marks.Any(m => m.Mark == mark))] };

    /// <summary>The figures that a run has read.</summary>
    /// <param name="used">What it has read.</param>
    /// <returns>A smaller catalog.</returns>
    public ParameterCatalog UsedBy(IReadOnlyList<Parameter> used)
    {
        var names = used.Select(p => p.Name).ToHashSet(StringComparer.Ordinal);
        return this with { Policy = [.. Policy.Where(p => names.Contains(p.Name))], Series = [.. Series.Where(s => names.Contains(s.Name))] };
    }

    private string SectionOf(string paragraph) => Citation.SectionsOf(paragraph).FirstOrDefault(n => Sections.Any(s => s.Number == n)) ?? "";
}

/// <summary>The figures of one section.</summary>
/// <param name="Section">The section; null for other law and for conventions of the model.</param>
/// <param name="Policy">Policy parameters, by name and year.</param>
/// <param name="Series">Published tables, by name.</param>
public sealed record ParameterGroup(RegulationSection? Section, IReadOnlyList<Parameter> Policy, IReadOnlyList<ReferenceSeries> Series)
{
    /// <summary>Heading of the group: number and title of the section, and whether its text was seen.</summary>
    public string Heading => Section is not { } section
        ? "Other law and conventions"
        : $"{section.Number} {section.Title}" + section.Text switch { "not seen" => " (text not seen)", "part" => " (text seen in part)", _ => "" };
}
