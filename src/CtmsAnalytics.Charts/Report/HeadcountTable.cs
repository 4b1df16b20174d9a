using CtmsAnalytics.Charts.Formatting;
using CtmsAnalytics.Charts.Html;
using CtmsAnalytics.Projection;

namespace CtmsAnalytics.Charts.Report;

/// <summary>Movement of people: start + hires - separations = end.</summary>
internal static class HeadcountTable
{
    public static decimal End(ProjectionResult result, int year) => Sum(result, year, h => h.End);

    public static double Fte(ProjectionResult result, int year) => result.Headcount.Where(h => h.FiscalYear == year).Sum(h => h.Fte);

    public static void Write(Exhibits exhibits, Comparison comparison, IReadOnlyList<int> years)
    {
        using var table = exhibits.Table("Headcount flow as expected numbers of persons, and full-time equivalents, by fiscal year", ["Movement", .. years.Select(Display.FiscalYear)]);
        foreach (var (name, result) in new[] { ("Baseline", comparison.Baseline), ("Proposal", comparison.Proposal) })
        {
            table.Group(name, [
                new Table.Row("People at the start", [.. years.Select(y => Display.People(Sum(result, y, h => h.Start)))]),
                new Table.Row("Hires", [.. years.Select(y => Display.PeopleSigned(Sum(result, y, h => h.Hires)))]),
                new Table.Row("Separations", [.. years.Select(y => Display.PeopleSigned(-Sum(result, y, h => h.Separations)))]),
                new Table.Row("People at the end", [.. years.Select(y => Display.People(End(result, y)))], "total"),
                new Table.Row("Full-time equivalents", [.. years.Select(y => Display.People((decimal)Fte(result, y)))]),
            ]);
        }
    }

    private static decimal Sum(ProjectionResult result, int year, Func<HeadcountFlow, decimal> of) => result.Headcount.Where(h => h.FiscalYear == year).Sum(of);
}
