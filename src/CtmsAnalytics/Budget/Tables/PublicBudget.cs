using CtmsAnalytics.Privacy;

namespace CtmsAnalytics.Budget.Tables;

/// <summary>A budget for leadership: nothing of an organisation and fiscal year with fewer than five people, and nothing from which it could be worked out.</summary>
/// <remarks>
/// Organisations are the only groups that are shown. An organisation counts with the fewest people that it is expected to have at the start or end of a year; others are hidden beside it
/// until no total gives it back. Quarters are those of the whole service. Components, work levels, markets and funds are left out: how many people stand behind them is not known here.
/// </remarks>
public sealed class PublicBudget
{
    private const string Hidden = "Amounts of organisations with fewer than five people are hidden, and as many others as it takes that no total gives them back.";

    private readonly BudgetBook _book;
    private readonly List<string> _organisations;
    private readonly CellMask _mask;
    private readonly bool _hidesTheService;

    /// <param name="book">The budget.</param>
    /// <param name="isAboutFew">Whether the scenario changes the pay of fewer than five people of the roster, so that what it costs more is about single people.</param>
    public PublicBudget(BudgetBook book, bool isAboutFew = false)
    {
        ArgumentNullException.ThrowIfNull(book);
        (_book, IsAboutFew) = (book, isAboutFew);
        // Both sides of a program change are shown, so that an organisation is as small as on the smaller one.
        var headcount = book.Source.Headcount.Concat(book.Baseline?.Headcount ?? []).ToList();
        _organisations = [.. headcount.Select(h => $"{h.Agency} {h.Organisation}").Distinct().Order(StringComparer.Ordinal)];
        var people = new int[_organisations.Count, book.Source.FiscalYears.Count];
        foreach (var flow in headcount)
        {
            var counts = new[] { flow.Start, flow.End }.Where(p => p > 0).ToList();
            var row = _organisations.BinarySearch($"{flow.Agency} {flow.Organisation}", StringComparer.Ordinal);
            ref var count = ref people[row, flow.FiscalYear - book.Source.FiscalYears[0]];
            var here = counts.Count == 0 ? 0 : Math.Max(1, (int)counts.Min());
            count = count == 0 ? here : here == 0 ? count : Math.Min(count, here);
        }

        _mask = SmallCells.Suppress(people);
        _hidesTheService = Enumerable.Range(0, people.GetLength(1)).Any(_mask.IsColumnTotalHidden);
    }

    /// <summary>Whether the scenario changes the pay of fewer than five people of the roster; its program change is left out then.</summary>
    public bool IsAboutFew { get; }

    /// <summary>Whether anything is hidden.</summary>
    public bool HidesAny => _mask.Any;

    /// <summary>The tables that leadership may see.</summary>
    /// <param name="unitCents">Unit, cents.</param>
    /// <returns>The tables.</returns>
    public IReadOnlyList<ShownTable> Tables(long unitCents)
    {
        var organisations = _book.Cut(BudgetDimension.Organisation);
        List<ShownTable> tables =
        [
            Whole(_book.Cut(BudgetDimension.ObjectClass)),
            Masked(organisations, (r, c) => r == organisations.Rows.Count ? Total(c) : IsHidden(organisations.Rows[r].Keys[0], c)),
            Whole(_book.Raises()),
            Whole(_book.QuartersOfTheService()),
            Whole(_book.ContinuingResolution()),
        ];
        if (IsAboutFew) return tables;
        if (_book.ProgramChange(BudgetDimension.ObjectClass) is { } classes) tables.Add(Whole(classes with { Name = "program-change-by-object-class" }));
        if (_book.ProgramChange(BudgetDimension.Organisation) is { } change)
        {
            tables.Add(Masked(
                change with { Name = "program-change-by-organisation" },
                (r, _) => r == change.Rows.Count ? _hidesTheService : IsHidden(change.Rows[r].Keys[1], Year(change.Rows[r].Keys[0]))));
        }

        return tables;

        ShownTable Whole(BudgetTable table) => ShownTable.Of(table, unitCents, _hidesTheService ? (_, _) => true : null);
        ShownTable Masked(BudgetTable table, Func<int, int, bool> isHidden)
        {
            var shown = ShownTable.Of(table, unitCents, isHidden);
            return HidesAny ? shown with { Notes = [.. shown.Notes, Hidden] } : shown;
        }
    }

    /// <summary>FTE and rates that leadership may see.</summary>
    /// <returns>The table without the rows that are hidden; the sums of a year are those of everybody.</returns>
    public StaffingTable Staffing()
    {
        var table = _book.Staffing();
        var first = _book.Source.FiscalYears[0];
        return table with
        {
            Rows = [.. table.Rows.Where(r => !IsHidden($"{r.Agency} {r.Organisation}", r.FiscalYear - first))],
            Totals = [.. table.Totals.Where(t => !_mask.IsColumnTotalHidden(t.FiscalYear - first))],
        };
    }

    private int Year(string key) => _book.Source.FiscalYears.ToList().FindIndex(y => CutTable.Year(y) == key);

    /// <summary>
    /// A cell of an organisation; the column after the last year is all years, in which the same people count again and again, so that it is hidden wherever a year is.
    /// </summary>
    private bool IsHidden(string organisation, int column)
    {
        var row = _organisations.BinarySearch(organisation, StringComparer.Ordinal);
        // An organisation that costs something without anybody in it is not known to be large.
        if (row < 0) return true;
        var years = _book.Source.FiscalYears.Count;
        return column == years ? Enumerable.Range(0, years).Any(y => _mask.IsHidden(row, y)) : _mask.IsHidden(row, column);
    }

    private bool Total(int column) => column == _book.Source.FiscalYears.Count ? _hidesTheService : _mask.IsColumnTotalHidden(column);
}
