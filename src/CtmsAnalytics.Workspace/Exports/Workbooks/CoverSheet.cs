namespace CtmsAnalytics.Workspace.Exports.Workbooks;

/// <summary>The first sheet: what this is, what it was computed from, and how far to trust it.</summary>
internal static class CoverSheet
{
    public static Sheet Of(RunExport export)
    {
        var (run, facts) = (export.Run, export.Run.Facts);
        var sheet = new Sheet("Cover");
        sheet.Add(SheetCell.Of(RunExport.PersonalData, CellStyle.Warning));
        sheet.Add(SheetCell.Of(string.Join(" against ", export.Scenarios.Skip(1).Append(export.Scenarios[0])), CellStyle.Title));
        if (facts.RosterNote is { } note) sheet.Add(SheetCell.Of(note, CellStyle.Note));
        sheet.Add();
        sheet.Add(SheetCell.Header("Run"), SheetCell.Header(""), SheetCell.Header(""));
        sheet.NameCell("RunId", 1, sheet.NextRow);
        sheet.Add(SheetCell.Of("Identifier"), SheetCell.Of(run.Manifest.RunId));
        sheet.Add(SheetCell.Of("Version of ctms"), SheetCell.Of(run.Manifest.LibraryVersion));
        sheet.Add(SheetCell.Of("Method"), SheetCell.Of(run.Manifest.Method, CellStyle.Wrapped));
        sheet.Add(SheetCell.Of("Costs"), SheetCell.Of(export.BasisInWords));
        sheet.Add(SheetCell.Of("Horizon starts"), SheetCell.Of(facts.Scenarios[0].Projection.Scenario.Horizon.Start));
        sheet.Add(SheetCell.Of("Fiscal years"), SheetCell.Of(FormattableString.Invariant($"{run.FiscalYears[0]} to {run.FiscalYears[^1]}")));
        sheet.Add(SheetCell.Of("People of the roster"), SheetCell.Of(facts.RosterPeople, CellStyle.WholeLeft));
        sheet.Add(SheetCell.Of("Seed"), run.Drawn is { } drawn ? SheetCell.Of(drawn.Seed, CellStyle.WholeLeft) : SheetCell.Of("none: no draws"));
        sheet.Add(SheetCell.Of("Draws"), run.Drawn is { } draws ? SheetCell.Of(draws.Draws, CellStyle.WholeLeft) : SheetCell.Of("none"));
        sheet.Add(
            SheetCell.Of("Assumed figures"),
            SheetCell.Of(FormattableString.Invariant($"{facts.Scenarios.SelectMany(s => s.Projection.AssumedParameters).Select(p => (p.Name, p.EffectiveYear)).Distinct().Count()}, listed on the sheet Assumptions; which object class and fund a cost belongs to is assumed as well"), CellStyle.Wrapped));
        sheet.Add();
        sheet.Add(SheetCell.Header("Scenario"), SheetCell.Header("Description"), SheetCell.Header(""));
        for (var s = 0; s < export.Books.Count; s++) sheet.Add(SheetCell.Of(export.Scenarios[s]), SheetCell.Of(facts.Scenarios[s].Projection.Scenario.Description, CellStyle.Wrapped));
        sheet.Add();
        sheet.Add(SheetCell.Header("Input"), SheetCell.Header("Name"), SheetCell.Header("SHA-256"));
        foreach (var input in run.Manifest.Inputs.Concat(export.PolicyFiles)) sheet.Add(SheetCell.Of(input.Role), SheetCell.Of(input.Name), SheetCell.Of(input.Sha256));
        sheet.Add();
        sheet.Add(SheetCell.Header("Reconciliation"), SheetCell.Header(""), SheetCell.Header(""));
        for (var s = 0; s < export.Books.Count; s++)
        {
            var cents = export.Books[s].Source.Costs.Total;
            sheet.Add(SheetCell.Of($"Cube of {export.Scenarios[s]}, $"), SheetCell.Money(cents, CellStyle.MoneyLeft), SheetCell.Of("What the library counts; the sheet Summary has the same from its formulas."));
        }

        sheet.Add();
        sheet.Add(SheetCell.Header("Notes"), SheetCell.Header(""), SheetCell.Header(""));
        foreach (var text in facts.Scenarios.SelectMany(s => s.Projection.Notes).Distinct(StringComparer.Ordinal)) sheet.Add(SheetCell.Of(""), SheetCell.Of(text, CellStyle.Wrapped));
        return sheet;
    }
}
