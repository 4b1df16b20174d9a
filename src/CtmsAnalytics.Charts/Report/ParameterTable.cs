using System.Globalization;
using CtmsAnalytics.Charts.Formatting;
using CtmsAnalytics.Charts.Html;
using CtmsAnalytics.Parameters;
using CtmsAnalytics.Projection;

namespace CtmsAnalytics.Charts.Report;

/// <summary>Parameters that the runs have read: those that no published text settles in full view, those that stand in the regulation or a published table below them, folded.</summary>
internal static class ParameterTable
{
    private static readonly (ParameterMark Mark, string Heading)[] Marks =
    [
        (ParameterMark.Assumed, "Assumed by the modeller"),
        (ParameterMark.LowConfidence, "Low confidence: seen in one weak source only"),
        (ParameterMark.Derived, "Derived: computed from published figures"),
        (ParameterMark.Regulation, "Regulation"),
        (ParameterMark.Published, "Published"),
    ];

    private static readonly string[] Columns = ["Parameter", "~Value from each year on", "~Unit", "~Paragraph", "~Source or reason"];

    /// <summary>Parameters of a comparison that no published text settles.</summary>
    public static void Write(Exhibits exhibits, Comparison comparison)
    {
        var baseline = comparison.Baseline.AssumedParameters.ToHashSet();
        var proposal = comparison.Proposal.AssumedParameters.ToHashSet();
        if (baseline.Count + proposal.Count == 0)
            exhibits.Html.Text("p", "Every parameter that the runs have read stands in the regulation or in a published table.");
        else
            Write(exhibits, "Parameters marked assumed, low confidence or derived", baseline, proposal);

        var settledBaseline = Settled(comparison.Baseline);
        var settledProposal = Settled(comparison.Proposal);
        var settled = settledBaseline.Union(settledProposal).Select(p => p.Name).Distinct(StringComparer.Ordinal).Count();
        if (settled == 0) return;
        using var details = exhibits.Html.Open("details");
        exhibits.Html.Text("summary", settled == 1 ? "1 parameter that stands in the regulation or in a published table" : $"{Display.Count(settled)} parameters that stand in the regulation or in a published table");
        Write(exhibits, "Parameters of the regulation and of published tables that the runs have read", settledBaseline, settledProposal);
    }

    private static HashSet<Parameter> Settled(ProjectionResult result) =>
        [.. result.UsedParameters.Where(p => p.Mark is ParameterMark.Regulation or ParameterMark.Published)];

    private static void Write(Exhibits exhibits, string caption, HashSet<Parameter> baseline, HashSet<Parameter> proposal)
    {
        var parameters = baseline.Union(proposal).OrderBy(p => p.Name, StringComparer.Ordinal).ThenBy(p => p.EffectiveYear).ToList();
        using var table = exhibits.Table(caption, [.. Columns, "~Used by"]);
        Rows(table, parameters, Use);

        string Use(Parameter parameter) => (baseline.Contains(parameter), proposal.Contains(parameter)) switch
        {
            (true, true) => "both",
            (true, false) => "baseline",
            _ => "proposal",
        };
    }

    /// <summary>Parameters of one computation, whatever their mark.</summary>
    public static void Write(Exhibits exhibits, IReadOnlyList<Parameter> parameters)
    {
        if (parameters.Count == 0)
        {
            exhibits.Html.Text("p", "None was read.");
            return;
        }

        using var table = exhibits.Table("Parameters by where they come from", Columns);
        Rows(table, [.. parameters.OrderBy(p => p.Name, StringComparer.Ordinal).ThenBy(p => p.EffectiveYear)], null);
    }

    private static void Rows(Table table, IReadOnlyList<Parameter> parameters, Func<Parameter, string>? use)
    {
        foreach (var (mark, heading) in Marks)
        {
            // A series that only moves from year to year is one assumption, and one row.
            var series = parameters.Where(p => p.Mark == mark).GroupBy(p => (p.Name, p.Unit, p.Paragraph, p.Source, p.Description, Use: use?.Invoke(p))).ToList();
            if (series.Count == 0) continue;
            table.Group(heading, series.Select(s => new Table.Row(
                s.Key.Name,
                [Values(s), s.Key.Unit, s.Key.Paragraph, s.Key.Source, .. s.Key.Use is { } by ? [by] : Array.Empty<string>()],
                Explanation: s.Key.Description)));
        }
    }

    private static string Values(IEnumerable<Parameter> series) =>
        string.Join("; ", series.Select(p => string.Create(CultureInfo.InvariantCulture, $"{p.EffectiveYear}:\u00a0{Display.Value(p.Value, p.Unit)}")));
}
