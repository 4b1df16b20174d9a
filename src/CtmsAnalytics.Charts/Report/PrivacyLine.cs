using CtmsAnalytics.Charts.Formatting;
using CtmsAnalytics.Privacy;

namespace CtmsAnalytics.Charts.Report;

/// <summary>The first line of a report: whether it holds single people, and who may have it.</summary>
internal static class PrivacyLine
{
    private const string Care = "Give this page only to those who may see their pay.";

    public static string Of(ReportPage page)
    {
        var facts = page.Run.Facts;
        var first = page.Options.ShowIndividuals
            ? $"Analyst output: holds the individual salaries of {Display.Count(facts.RosterPeople)} people of the roster. Handle as personal data."
            : Leadership(page);
        return facts.RosterNote is { Length: > 0 } note ? $"{first} {note}" : first;
    }

    private static string Leadership(ReportPage page)
    {
        const string None = "Holds no individual salary of the roster, and no group of fewer than five people.";
        var facts = page.Run.Facts;
        var few = MovedPeople.Few(facts);
        if (few.Count > 0)
        {
            var names = page.Proposals.Count == 1 ? "This proposal changes" : $"{string.Join(" and ", few.Select(page.Name))} {(few.Count == 1 ? "changes" : "change")}";
            return $"{names} the pay of fewer than five people of the roster: {(few.Count == 1 ? "its cost is" : "their costs are")} about single people. {Care}";
        }

        if (MovedPeople.AreFewInAny(facts)) return $"Two of these proposals differ in the pay of fewer than five people of the roster: the difference of their costs is about single people. {Care}";
        if (page.HasProposal && page.Proposals.Any(s => MovedPeople.Count(facts, s) is null))
            return $"{None} Whether a proposal changes the pay of fewer than five people was not computed in this run (--analysis all does): if so, its cost is about single people.";
        return None;
    }
}
