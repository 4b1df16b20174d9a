using CtmsAnalytics.Budget;
using CtmsAnalytics.Budget.Tables;

namespace CtmsAnalytics.Workspace.Exports.Workbooks;

/// <summary>
/// A run as the workbook that an analyst would have made by hand: a cover with the manifest, summaries whose totals are live formulas over the cube of costs, and the cube itself, one row for each amount.
/// </summary>
/// <remarks>Nothing of it depends on time, machine or culture: the same run gives the same bytes.</remarks>
public static class RunWorkbook
{
    internal const int FteDecimals = 6;

    private const string CubeName = "Cube";
    private const string HeadcountName = "Headcount";

    private static readonly (string Title, string Name)[] CubeColumns =
    [
        ("Scenario", "Scenario"), ("Fiscal year", "FiscalYear"), ("Agency", "Agency"), ("Organisation", "Organisation"), ("Work level", "WorkLevel"), ("Local market", "Market"), ("Component", "Component"),
        ("Object class", "ObjectClass"), ("Fund", "Fund"), ("Amount, $", "Amount"),
    ];

    /// <summary>Makes the file.</summary>
    /// <param name="export">What is exported.</param>
    /// <returns>The bytes of an .xlsx file.</returns>
    public static byte[] Write(RunExport export)
    {
        ArgumentNullException.ThrowIfNull(export);
        var lines = export.Books.SelectMany((b, s) => b.Lines.Select(l => new CubeLine(CellText.Printable(export.Scenarios[s]), l))).ToList();
        var formulas = new CubeFormulas(lines.SelectMany(l => new[] { l.Scenario, l.Agency, l.Organisation, l.Component, l.ObjectClass, l.Fund }.Distinct(StringComparer.Ordinal)).Distinct(StringComparer.Ordinal));
        var sums = new SumSheets(export, lines, formulas);
        List<Sheet> sheets =
        [
            CoverSheet.Of(export),
            sums.Summary(),
            sums.By("Cost by component", "Cost by component", [("Component", "Component", l => l.Component)]),
            sums.By("Object classes", "Cost by object class of OMB Circular A-11 section 83", [("Object class", "ObjectClass", l => l.ObjectClass)]),
            sums.By("Organisations", "Cost by organisation and fund", [("Agency", "Agency", l => l.Agency), ("Organisation", "Organisation", l => l.Organisation), ("Fund", "Fund", l => l.Fund)]),
            Cube(lines),
            Headcount(export, formulas),
            Drivers(export),
        ];
        if (export.Run.Drawn is not null) sheets.AddRange([RiskSheet(export), RequestSheet.Of(export)]);
        sheets.Add(Assumptions(export));
        return WorkbookFile.Write(sheets, $"Run {export.Run.Manifest.RunId}, ctms {export.Run.Manifest.LibraryVersion}");
    }

    private static Sheet Cube(List<CubeLine> lines)
    {
        var sheet = new Sheet(CubeName) { HasFilter = true, FrozenColumns = 2 };
        sheet.AddHeader([.. CubeColumns.Select((c, i) => SheetCell.Header(c.Title, ofNumbers: i == CubeColumns.Length - 1))]);
        foreach (var line in lines)
        {
            sheet.Add(
                SheetCell.Of(line.Scenario), SheetCell.Of(line.FiscalYear, CellStyle.Year), SheetCell.Of(line.Agency), SheetCell.Of(line.Organisation), SheetCell.Of(line.WorkLevel), SheetCell.Of(line.Market),
                SheetCell.Of(line.Component), SheetCell.Of(line.ObjectClass), SheetCell.Of(line.Fund), SheetCell.Money(line.Cents));
        }

        sheet.LastDataRow = sheet.NextRow - 1;
        for (var c = 0; c < CubeColumns.Length; c++) sheet.NameColumn("Cube_" + CubeColumns[c].Name, c, sheet.HeaderRow + 1, sheet.LastDataRow);
        return sheet;
    }

    private static Sheet Headcount(RunExport export, CubeFormulas formulas)
    {
        var sheet = new Sheet(HeadcountName) { HasFilter = true, FrozenColumns = 2 };
        string[] texts = ["Scenario", "Fiscal year", "Agency", "Organisation"];
        string[] numbers = ["Start", "Hires", "Separations", "End", "FTE", "Paid hours", "Cost, $", "Per FTE, $", "Per paid hour, $"];
        sheet.AddHeader([.. texts.Select(t => SheetCell.Header(t)), .. numbers.Select(n => SheetCell.Header(n, ofNumbers: true))]);
        for (var s = 0; s < export.Books.Count; s++)
        {
            var flows = export.Books[s].Source.Headcount.ToDictionary(h => (h.FiscalYear, h.Agency, h.Organisation));
            foreach (var row in export.Books[s].Staffing().Rows)
            {
                var (r, flow) = (sheet.NextRow, flows.GetValueOrDefault((row.FiscalYear, row.Agency, row.Organisation)));
                var (fte, hours) = (decimal.Round(row.Fte, FteDecimals), decimal.Round(row.PaidHours, 4));
                string At(string name) => Sheet.At(texts.Length + Array.IndexOf(numbers, name), r);
                var cost = At("Cost, $");
                sheet.Add(
                    SheetCell.Of(CellText.Printable(export.Scenarios[s])),
                    SheetCell.Of(row.FiscalYear, CellStyle.Year),
                    SheetCell.Of(CellText.Printable(row.Agency)),
                    SheetCell.Of(CellText.Printable(row.Organisation)),
                    People(flow?.Start),
                    People(flow?.Hires),
                    People(flow?.Separations),
                    SheetCell.Of($"{At("Start")}+{At("Hires")}-{At("Separations")}", flow?.End ?? 0, CellStyle.Number),
                    SheetCell.Of(fte, CellStyle.Number),
                    SheetCell.Of(hours, CellStyle.Number),
                    SheetCell.Sum(formulas.Sum(Sheet.At(1, r), ("Scenario", Sheet.At(0, r)), ("Agency", Sheet.At(2, r)), ("Organisation", Sheet.At(3, r))), row.Cents),
                    Rate(cost, At("FTE"), row.Cents, fte),
                    Rate(cost, At("Paid hours"), row.Cents, hours));
            }
        }

        sheet.LastDataRow = sheet.NextRow - 1;
        sheet.NameColumn("Headcount_Scenario", 0, sheet.HeaderRow + 1, sheet.LastDataRow);
        sheet.NameColumn("Headcount_FiscalYear", 1, sheet.HeaderRow + 1, sheet.LastDataRow);
        sheet.NameColumn("Headcount_End", texts.Length + Array.IndexOf(numbers, "End"), sheet.HeaderRow + 1, sheet.LastDataRow);
        sheet.NameColumn("Headcount_FTE", texts.Length + Array.IndexOf(numbers, "FTE"), sheet.HeaderRow + 1, sheet.LastDataRow);
        return sheet;
    }

    private static SheetCell People(decimal? people) => SheetCell.Of(people ?? 0, CellStyle.Number);

    private static SheetCell Rate(string cost, string by, long cents, decimal number) =>
        number == 0 ? SheetCell.Empty : SheetCell.Of($"ROUND({cost}/{by},2)", Math.Round(SheetCell.Money(cents).Number!.Value / number, 2, MidpointRounding.AwayFromZero), CellStyle.Money);

    private static Sheet Drivers(RunExport export)
    {
        var years = export.Run.FiscalYears;
        var sheet = new Sheet("Drivers") { FrozenColumns = 2 };
        sheet.Add(SheetCell.Of("What a scenario costs more than the baseline, by the part of policy that causes it, US dollars", CellStyle.Title));
        sheet.Add(SheetCell.Of("Point estimate on the expected path. Parts are exchanged one after the other, in this order; they add up exactly.", CellStyle.Note));
        sheet.Add();
        sheet.AddHeader([SheetCell.Header("Scenario"), SheetCell.Header("Part of policy"), .. years.Select(y => SheetCell.Of(y, CellStyle.NumberHeader)), SheetCell.Header("All years", ofNumbers: true)]);
        for (var s = 0; s < export.Run.Facts.Scenarios.Count; s++)
        {
            var first = sheet.NextRow;
            var drivers = export.Run.Facts.Scenarios[s].Drivers;
            foreach (var driver in drivers)
            {
                var r = sheet.NextRow;
                sheet.Add([
                    SheetCell.Of(CellText.Printable(export.Scenarios[s])), SheetCell.Of(driver.Title), .. years.Select(y => SheetCell.Money(driver.CentsByYear.GetValueOrDefault(y))),
                    SheetCell.Sum($"SUM({Sheet.At(2, r)}:{Sheet.At(1 + years.Count, r)})", driver.Total, CellStyle.MoneySum)]);
            }

            if (drivers.Count == 0) continue;
            var last = sheet.NextRow - 1;
            sheet.Add([
                SheetCell.Of("Difference", CellStyle.TextTotal), SheetCell.Of("", CellStyle.TextTotal),
                .. years.Select((y, i) => SheetCell.Sum($"SUM({Sheet.At(2 + i, first)}:{Sheet.At(2 + i, last)})", drivers.Sum(d => d.CentsByYear.GetValueOrDefault(y)), CellStyle.MoneyTotal)),
                SheetCell.Sum($"SUM({Sheet.At(2 + years.Count, first)}:{Sheet.At(2 + years.Count, last)})", drivers.Sum(d => d.Total), CellStyle.MoneyTotal)]);
        }

        if (sheet.NextRow == sheet.HeaderRow + 1) sheet.Add(SheetCell.Of("Nothing differs from the baseline.", CellStyle.Note));
        return sheet;
    }

    private static Sheet RiskSheet(RunExport export)
    {
        var sheet = new Sheet("Risk") { FrozenColumns = 3 };
        sheet.Add(SheetCell.Of("Costs over draws, US dollars", CellStyle.Title));
        sheet.Add(SheetCell.Of("Quantiles are values of single draws. A difference is taken draw by draw, with the same luck in both scenarios. All years are quantiles of the sum, not sums of quantiles.", CellStyle.Note));
        sheet.Add();
        string[] numbers = ["Mean", "Standard error", "P5", "P10", "P25", "P50", "P75", "P90", "P95"];
        sheet.AddHeader([SheetCell.Header("Scenario"), SheetCell.Header("Of"), SheetCell.Header("Fiscal year"), .. numbers.Select(n => SheetCell.Header(n, ofNumbers: true))]);
        foreach (var row in RiskRow.Of(export))
        {
            var q = row.Quantiles;
            sheet.Add([
                SheetCell.Of(CellText.Printable(row.Scenario)), SheetCell.Of(row.IsDifference ? "Difference" : "Cost"), row.FiscalYear is { } year ? SheetCell.Of(year, CellStyle.Year) : SheetCell.Of("All years"),
                .. new double?[] { row.Mean, row.StandardError, q.P5, q.P10, q.P25, q.P50, q.P75, q.P90, q.P95 }.Select(SheetCell.Money)]);
        }

        return sheet;
    }

    private static Sheet Assumptions(RunExport export)
    {
        var sheet = new Sheet("Assumptions") { HasFilter = true, FrozenColumns = 2 };
        sheet.AddHeader(
            SheetCell.Header("Scenario"), SheetCell.Header("Figure"), SheetCell.Header("From year", ofNumbers: true), SheetCell.Header("Value", ofNumbers: true), SheetCell.Header("Unit"), SheetCell.Header("Mark"),
            SheetCell.Header("Paragraph"), SheetCell.Header("Description"), SheetCell.Header("Source"));
        for (var s = 0; s < export.Run.Facts.Scenarios.Count; s++)
        {
            foreach (var p in export.Run.Facts.Scenarios[s].Projection.AssumedParameters)
            {
                sheet.Add(
                    SheetCell.Of(CellText.Printable(export.Scenarios[s])), SheetCell.Of(p.Name), SheetCell.Of(p.EffectiveYear, CellStyle.Year), SheetCell.Of((decimal)p.Value, CellStyle.General), SheetCell.Of(p.Unit),
                    SheetCell.Of(Reference.MarkNames.Of(p.Mark)), SheetCell.Of(p.Paragraph), SheetCell.Of(p.Description, CellStyle.Wrapped), SheetCell.Of(p.Source, CellStyle.Wrapped));
            }
        }

        sheet.LastDataRow = sheet.NextRow - 1;
        return sheet;
    }
}

/// <summary>A line of the cube in words, as the sheet shows it.</summary>
internal sealed record CubeLine(
    string Scenario, int FiscalYear, string Agency, string Organisation, string WorkLevel, string Market, string Component, string ObjectClass, string Fund, long Cents)
{
    /// <summary>Place of the component among all.</summary>
    public int Place { get; init; }

    public CubeLine(string scenario, BudgetLine line)
        : this(
            scenario,
            line.Key.FiscalYear,
            CellText.Printable(line.Key.Agency),
            CellText.Printable(line.Key.Organisation),
            CellText.Printable(line.Key.WorkLevel),
            CellText.Printable(line.Key.Market),
            ComponentName.Of(line.Key.Component),
            // With its title a code is no number, so that nothing compares it as one.
            CellText.Printable($"{line.ObjectClass.Code} {line.ObjectClass.Title}"),
            CellText.Printable(line.Fund.Code),
            line.Cents) => Place = (int)line.Key.Component;
}
