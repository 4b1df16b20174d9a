using CtmsAnalytics.Budget.Tables;

namespace CtmsAnalytics.Workspace.Exports.Workbooks;

/// <summary>How each scenario's number at a percentile over draws comes about; the sums are live formulas over the steps above them.</summary>
internal static class RequestSheet
{
    private const int Before = 2;

    public static Sheet Of(RunExport export)
    {
        var years = export.Run.FiscalYears;
        var sheet = new Sheet("Request") { FrozenColumns = Before };
        sheet.Add(SheetCell.Of("The request step by step, US dollars", CellStyle.Title));
        sheet.Add(SheetCell.Of(
            "All years is the percentile of their sum, which is less than the sum of the single years' percentiles, because bad years do not all come together. Ask for the single years where money expires with the fiscal year, and for all years in a plan.",
            CellStyle.Note));
        sheet.Add();
        sheet.AddHeader([SheetCell.Header("Scenario"), SheetCell.Header("Step"), .. years.Select(y => SheetCell.Of(y, CellStyle.NumberHeader)), SheetCell.Header("All years", ofNumbers: true)]);
        for (var s = 0; s < export.Books.Count; s++)
        {
            var first = sheet.NextRow;
            int? sum = null;
            foreach (var step in RequestTable.Of(export.Run, s, RequestTable.UsualPercentile).Steps)
            {
                var name = CellText.Printable(step.Name);
                if (step.Kind != RequestStepKind.Sum)
                {
                    sheet.Add([SheetCell.Of(CellText.Printable(export.Scenarios[s])), SheetCell.Of(name), .. step.Amounts.Select(a => SheetCell.Money(a))]);
                    continue;
                }

                var (from, last) = (sum ?? first, sheet.NextRow - 1);
                sum = sheet.NextRow;
                sheet.Add([
                    SheetCell.Of(CellText.Printable(export.Scenarios[s]), CellStyle.TextTotal), SheetCell.Of(name, CellStyle.TextTotal),
                    .. step.Amounts.Select((a, i) => SheetCell.Sum($"SUM({Sheet.At(Before + i, from)}:{Sheet.At(Before + i, last)})", a, CellStyle.MoneyTotal))]);
            }
        }

        return sheet;
    }
}
