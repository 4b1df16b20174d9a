namespace CtmsAnalytics.Workspace.Exports.Workbooks;

/// <summary>Sheets whose numbers are formulas over the cube.</summary>
internal sealed class SumSheets(RunExport export, IReadOnlyList<CubeLine> lines, CubeFormulas formulas)
{
    private readonly IReadOnlyList<int> _years = export.Run.FiscalYears;
    private readonly List<string> _scenarios = [.. export.Scenarios.Select(CellText.Printable)];

    /// <summary>Cost by scenario and year, what proposals cost more, people and FTE.</summary>
    public Sheet Summary()
    {
        var sheet = new Sheet("Summary") { FrozenColumns = 1 };
        sheet.Add(SheetCell.Of("Cost by fiscal year, US dollars", CellStyle.Title));
        sheet.Add(SheetCell.Of($"Costs are the {export.BasisInWords}. Every number is a formula over the sheet Cube.", CellStyle.Note));
        sheet.Add();
        sheet.AddHeader([SheetCell.Header("Scenario"), .. _years.Select(y => SheetCell.Of(y, CellStyle.NumberHeader)), SheetCell.Header("All years", ofNumbers: true)]);
        var first = sheet.NextRow;
        foreach (var scenario in _scenarios)
        {
            var r = sheet.NextRow;
            sheet.Add([
                SheetCell.Of(scenario),
                .. _years.Select((y, i) => SheetCell.Sum(formulas.Sum(Heading(sheet, 1 + i), ("Scenario", Fixed(0, r))), Cents(l => l.Scenario == scenario && l.FiscalYear == y))),
                SheetCell.Sum($"SUM({Sheet.At(1, r)}:{Sheet.At(_years.Count, r)})", Cents(l => l.Scenario == scenario), CellStyle.MoneySum)]);
        }

        sheet.NameCell("Total_Baseline", 1 + _years.Count, first);
        if (_scenarios.Count > 1) sheet.NameCell("Total_Proposal", 1 + _years.Count, first + _scenarios.Count - 1);
        for (var s = 1; s < _scenarios.Count; s++)
        {
            var (row, name) = (first + s, _scenarios[s]);
            sheet.Add([
                SheetCell.Of($"{name} less {_scenarios[0]}", CellStyle.TextTotal),
                .. _years.Select((y, i) => SheetCell.Sum(
                    $"{Sheet.At(1 + i, row)}-{Sheet.At(1 + i, first)}", Cents(l => l.Scenario == name && l.FiscalYear == y) - Cents(l => l.Scenario == _scenarios[0] && l.FiscalYear == y), CellStyle.MoneyTotal)),
                SheetCell.Sum($"{Sheet.At(1 + _years.Count, row)}-{Sheet.At(1 + _years.Count, first)}", Cents(l => l.Scenario == name) - Cents(l => l.Scenario == _scenarios[0]), CellStyle.MoneyTotal)]);
        }

        sheet.Add();
        People(sheet, "FTE", "Headcount_FTE", (s, y) => export.Books[s].Staffing().Rows.Where(r => r.FiscalYear == y).Sum(r => decimal.Round(r.Fte, RunWorkbook.FteDecimals)));
        sheet.Add();
        People(sheet, "People at the end of the year", "Headcount_End", (s, y) => export.Books[s].Source.Headcount.Where(h => h.FiscalYear == y).Sum(h => h.End));
        return sheet;
    }

    /// <summary>Cost by scenario, some columns of the cube, and year.</summary>
    public Sheet By(string name, string title, (string Title, string Column, Func<CubeLine, string> Value)[] by)
    {
        var sheet = new Sheet(name) { FrozenColumns = 1 + by.Length };
        sheet.Add(SheetCell.Of($"{title}, US dollars", CellStyle.Title));
        sheet.Add(SheetCell.Of($"Costs are the {export.BasisInWords}. Every number is a formula over the sheet Cube.", CellStyle.Note));
        sheet.Add();
        sheet.AddHeader([
            SheetCell.Header("Scenario"), .. by.Select(b => SheetCell.Header(b.Title)), .. _years.Select(y => SheetCell.Of(y, CellStyle.NumberHeader)), SheetCell.Header("All years", ofNumbers: true)]);
        var start = 1 + by.Length;
        foreach (var scenario in _scenarios)
        {
            var first = sheet.NextRow;
            var own = lines.Where(l => l.Scenario == scenario).ToList();
            var groups = own.GroupBy(l => string.Join('\0', by.Select(b => b.Value(l))), StringComparer.Ordinal);
            foreach (var group in groups.OrderBy(g => by is [{ Column: "Component" }] ? g.First().Place : 0).ThenBy(g => g.Key, StringComparer.Ordinal))
            {
                var r = sheet.NextRow;
                var criteria = by.Select((b, i) => (b.Column, Fixed(1 + i, r))).Prepend(("Scenario", Fixed(0, r))).ToArray();
                sheet.Add([
                    SheetCell.Of(scenario),
                    .. by.Select(b => SheetCell.Of(b.Value(group.First()))),
                    .. _years.Select((y, i) => SheetCell.Sum(formulas.Sum(Heading(sheet, start + i), criteria), group.Where(l => l.FiscalYear == y).Sum(l => l.Cents))),
                    SheetCell.Sum($"SUM({Sheet.At(start, r)}:{Sheet.At(start + _years.Count - 1, r)})", group.Sum(l => l.Cents), CellStyle.MoneySum)]);
            }

            var last = sheet.NextRow - 1;
            if (last < first) continue;
            sheet.Add([
                SheetCell.Of($"Total {scenario}", CellStyle.TextTotal),
                .. by.Select(_ => SheetCell.Of("", CellStyle.TextTotal)),
                .. _years.Select((y, i) => SheetCell.Sum($"SUM({Sheet.At(start + i, first)}:{Sheet.At(start + i, last)})", own.Where(l => l.FiscalYear == y).Sum(l => l.Cents), CellStyle.MoneyTotal)),
                SheetCell.Sum($"SUM({Sheet.At(start + _years.Count, first)}:{Sheet.At(start + _years.Count, last)})", own.Sum(l => l.Cents), CellStyle.MoneyTotal)]);
            sheet.Add();
        }

        return sheet;
    }

    private void People(Sheet sheet, string title, string range, Func<int, int, decimal> value)
    {
        sheet.Add([SheetCell.Header(title), .. _years.Select(y => SheetCell.Of(y, CellStyle.NumberHeader)), SheetCell.Header("")]);
        for (var s = 0; s < _scenarios.Count; s++)
        {
            var (r, scenario) = (sheet.NextRow, s);
            // Names are compared as they are, whatever they hold.
            sheet.Add([
                SheetCell.Of(_scenarios[s]),
                .. _years.Select((y, i) => SheetCell.Of($"SUMPRODUCT(EXACT(Headcount_Scenario,{Fixed(0, r)})*(Headcount_FiscalYear={Heading(sheet, 1 + i)})*{range})", value(scenario, y), CellStyle.Number))]);
        }
    }

    private long Cents(Func<CubeLine, bool> where) => lines.Where(where).Sum(l => l.Cents);

    /// <summary>A heading whose row stays when the formula is copied down.</summary>
    private static string Heading(Sheet sheet, int column) => FormattableString.Invariant($"{Sheet.Column(column)}${sheet.HeaderRow}");

    /// <summary>A cell whose column stays when the formula is copied to the right.</summary>
    private static string Fixed(int column, int row) => "$" + Sheet.At(column, row);
}
