using System.Globalization;
using CtmsAnalytics.Charts.Formatting;
using CtmsAnalytics.Charts.Html;
using CtmsAnalytics.Parameters;
using CtmsAnalytics.Projection;

namespace CtmsAnalytics.Charts.Report;

/// <summary>Parameters that no published text settles, and that the runs have read.</summary>
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

    public static void Write(Exhibits exhibits, Comparison comparison)
    {
        var baseline = comparison.Baseline.AssumedParameters.ToHashSet();
        var proposal = comparison.Proposal.AssumedParameters.ToHashSet();
        var parameters = baseline.Union(proposal).OrderBy(p => p.Name, StringComparer.Ordinal).ThenBy(p => p.EffectiveYear).ToList();
        if (parameters.Count == 0)
        {
            exhibits.Html.Text("p", "Every parameter that the runs have read stands in the regulation or in a published table.");
            return;
        }

        using var table = exhibits.Table("Parameters marked assumed, low confidence or derived", "Parameter", "Value", "~Unit", "From year", "~Paragraph", "~Source or reason", "~Used by");
        foreach (var (mark, heading) in Marks)
        {
            var rows = parameters.Where(p => p.Mark == mark).ToList();
            if (rows.Count == 0) continue;
            table.Group(heading, rows.Select(p => new Table.Row(
                p.Name,
                [Display.Value(p.Value), p.Unit, p.EffectiveYear.ToString(CultureInfo.InvariantCulture), p.Paragraph, p.Source, (baseline.Contains(p), proposal.Contains(p)) switch { (true, true) => "both", (true, false) => "baseline", _ => "proposal" }],
                Explanation: p.Description)));
        }
    }
}
