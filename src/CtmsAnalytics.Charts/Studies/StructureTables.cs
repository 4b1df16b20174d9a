using CtmsAnalytics.Charts.Formatting;
using CtmsAnalytics.PayStructures;
using CtmsAnalytics.Privacy;

namespace CtmsAnalytics.Charts.Studies;

/// <summary>Tables of structures that come from several studies on one base.</summary>
public static class StructureTables
{
    private const string None = "\u2013";
    private const string Withheld = "withheld";

    /// <summary>Structures beside one another, one row each: geometry, market, people and cost.</summary>
    /// <param name="frame">What holds for all of them.</param>
    /// <param name="alternatives">The structures, for example the base of a study and the alternatives of two.</param>
    /// <param name="showIndividuals">Whether counts below five may be shown.</param>
    /// <returns>The table; spread, progression and overlap are means over the levels.</returns>
    public static ChartTable SideBySide(StructureFrame frame, IEnumerable<StructureAlternative> alternatives, bool showIndividuals = false)
    {
        ArgumentNullException.ThrowIfNull(frame);
        ArgumentNullException.ThrowIfNull(alternatives);
        string People(int people) => !showIndividuals && people is > 0 and < SmallCells.Least ? Withheld : Display.Count(people);
        static string Mean(IEnumerable<double?> values) => values.OfType<double>().ToList() is { Count: > 0 } known ? Display.Percent(known.Average()) : None;
        return new ChartTable(
            $"Structures side by side: means over the levels, people of the roster, and what each costs more than the base over {Display.FiscalYears(frame.FiscalYears)} by {Display.Count(frame.Draws)} draws",
            ["Structure", "Spread", "Progression", "Overlap", "Levels near market", "Raised to minimum", "Above maximum", "Costs more", "\u00b1 (95%)"],
            [.. alternatives.Select(a => (IReadOnlyList<string>)
            [
                a.Name, Mean(a.Levels.Select(l => (double?)l.Spread)), Mean(a.Levels.Select(l => l.Progression)), Mean(a.Levels.Select(l => l.Overlap)), $"{a.Within} of {frame.Levels.Count}",
                People(a.Levels.Sum(l => l.Position.Raised)), People(a.Levels.Sum(l => l.Position.AboveMaximum)), Display.BriefSigned((long)a.Cost.DifferenceCents),
                a.Cost is { LowerCents: { } low, UpperCents: { } high } ? Display.Brief((long)((high - low) / 2)) : None,
            ])]);
    }
}
