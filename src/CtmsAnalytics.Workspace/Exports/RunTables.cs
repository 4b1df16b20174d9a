using CtmsAnalytics.Budget;
using CtmsAnalytics.Budget.Tables;
using CtmsAnalytics.Parameters;
using CtmsAnalytics.Workspace.Reference;
using CtmsAnalytics.Workspace.Runs;
using static CtmsAnalytics.Workspace.Exports.ExportType;

namespace CtmsAnalytics.Workspace.Exports;

/// <summary>The tables of a run for CSV and Parquet files: one row for each fact.</summary>
public static class RunTables
{
    /// <summary>Makes the tables.</summary>
    /// <param name="export">What is exported.</param>
    /// <returns>The tables; those of draws only where the run has any.</returns>
    public static IReadOnlyList<ExportTable> Of(RunExport export)
    {
        ArgumentNullException.ThrowIfNull(export);
        List<ExportTable> tables = [Run(export), Inputs(export), Cube(export), Quarters(export), Headcount(export), Drivers(export), Raises(export), Assumptions(export), Notes(export)];
        if (export.Run.Drawn is not null) tables.AddRange([Risk(export), Request(export), Draws(export)]);
        return tables;
    }

    private static ExportTable Run(RunExport export) => new(
        "run",
        "The run: what it was computed with.",
        Columns(("name", Text), ("value", Text)),
        [.. Facts(export).Select(f => new object?[] { f.Name, f.Value })]);

    /// <summary>What a reader must know about the run, in words.</summary>
    internal static IEnumerable<(string Name, string Value)> Facts(RunExport export)
    {
        var run = export.Run;
        yield return ("notice", RunExport.PersonalData);
        if (run.Facts.RosterNote is { } note) yield return ("roster", note);
        yield return ("run", run.Manifest.RunId);
        yield return ("library version", run.Manifest.LibraryVersion);
        yield return ("method", run.Manifest.Method);
        yield return ("costs", export.BasisInWords);
        yield return ("horizon starts", run.Facts.Scenarios[0].Projection.Scenario.Horizon.Start.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
        yield return ("people of the roster", FormattableString.Invariant($"{run.Facts.RosterPeople}"));
        if (run.Drawn is not { } drawn) yield break;
        yield return ("seed", FormattableString.Invariant($"{drawn.Seed}"));
        yield return ("draws", FormattableString.Invariant($"{drawn.Draws}"));
    }

    private static ExportTable Inputs(RunExport export) => new(
        "inputs",
        "Every input of the run and of this export with its SHA-256.",
        Columns(("role", Text), ("name", Text), ("sha256", Text)),
        [.. export.Run.Manifest.Inputs.Concat(export.PolicyFiles).Select(i => new object?[] { i.Role, i.Name, i.Sha256 })]);

    private static ExportTable Cube(RunExport export) => new(
        "cube",
        "Cost by scenario, fiscal year, organisation, work level, local market, component, object class and fund.",
        Columns(
            ("scenario", Text), ("fiscal_year", Whole), ("agency", Text), ("organisation", Text), ("work_level", Text), ("market", Text), ("component", Text), ("object_class", Text),
            ("object_class_title", Text), ("fund", Text), ("fund_title", Text), ("amount", Money)),
        [
            .. Each(export, b => b.Lines).Select(x => new object?[]
            {
                x.Scenario, (long)x.Row.Key.FiscalYear, x.Row.Key.Agency, x.Row.Key.Organisation, x.Row.Key.WorkLevel, x.Row.Key.Market, ComponentCode.Of(x.Row.Key.Component), x.Row.ObjectClass.Code,
                x.Row.ObjectClass.Title, x.Row.Fund.Code, x.Row.Fund.Title, x.Row.Cents,
            }),
        ]);

    private static ExportTable Quarters(RunExport export) => new(
        "quarters",
        "Cost by scenario, fiscal quarter, organisation, kind of employment and component.",
        Columns(("scenario", Text), ("fiscal_year", Whole), ("quarter", Whole), ("agency", Text), ("organisation", Text), ("employment", Text), ("component", Text), ("amount", Money)),
        [
            .. Each(export, b => b.Source.Quarters).Select(x => new object?[]
            {
                x.Scenario, (long)x.Row.FiscalYear, (long)x.Row.Quarter, x.Row.Agency, x.Row.Organisation, x.Row.Employment == Employment.Other ? "other" : "full_time_permanent",
                ComponentCode.Of(x.Row.Component), x.Row.Cents,
            }),
        ]);

    private static ExportTable Headcount(RunExport export) => new(
        "headcount",
        "People, FTE, hours and fully loaded cost by scenario, fiscal year and organisation; people and hours on the expected path.",
        Columns(
            ("scenario", Text), ("fiscal_year", Whole), ("agency", Text), ("organisation", Text), ("start", Number), ("hires", Number), ("separations", Number), ("end", Number), ("fte", Number),
            ("paid_hours", Number), ("hours_worked", Number), ("amount", Money)),
        [
            .. export.Books.SelectMany((book, s) =>
            {
                var flows = book.Source.Headcount.ToDictionary(h => (h.FiscalYear, h.Agency, h.Organisation));
                return book.Staffing().Rows.Select(r =>
                {
                    var flow = flows.GetValueOrDefault((r.FiscalYear, r.Agency, r.Organisation));
                    return new object?[]
                    {
                        export.Scenarios[s], (long)r.FiscalYear, r.Agency, r.Organisation, (double?)flow?.Start, (double?)flow?.Hires, (double?)flow?.Separations, (double?)flow?.End, flow?.Fte,
                        (double)r.PaidHours, (double)r.HoursWorked, r.Cents,
                    };
                });
            }),
        ]);

    private static ExportTable Drivers(RunExport export) => new(
        "drivers",
        "What a scenario costs more than the baseline, by the part of policy that causes it; on the expected path.",
        Columns(("scenario", Text), ("section", Text), ("title", Text), ("fiscal_year", Whole), ("amount", Money)),
        [
            .. export.Run.Facts.Scenarios.SelectMany((f, s) => f.Drivers.SelectMany(d => d.CentsByYear.OrderBy(y => y.Key).Select(y =>
                new object?[] { export.Scenarios[s], d.Section, d.Title, (long)y.Key, y.Value }))),
        ]);

    private static ExportTable Raises(RunExport export) => new(
        "raises",
        "What a year's January raise and review cost in that year and the next, later raises left out; on the expected path.",
        Columns(("scenario", Text), ("kind", Text), ("raise_year", Whole), ("fiscal_year", Whole), ("agency", Text), ("organisation", Text), ("component", Text), ("amount", Money)),
        [
            .. export.Run.Facts.Scenarios.SelectMany((f, s) => f.Raises.Select(r => new object?[]
            {
                export.Scenarios[s], r.Kind.ToString().ToLowerInvariant(), (long)r.RaiseYear, (long)r.FiscalYear, r.Agency, r.Organisation, ComponentCode.Of(r.Component), r.Cents,
            })),
        ]);

    private static ExportTable Assumptions(RunExport export) => new(
        "assumptions",
        "Figures that the numbers rest on and that no published text settles.",
        Columns(("scenario", Text), ("name", Text), ("effective_year", Whole), ("value", Number), ("unit", Text), ("mark", Text), ("paragraph", Text), ("source", Text), ("description", Text)),
        [.. export.Run.Facts.Scenarios.SelectMany((f, s) => f.Projection.AssumedParameters.Select(p => Assumption(export.Scenarios[s], p)))]);

    private static object?[] Assumption(string scenario, Parameter p) =>
        [scenario, p.Name, (long)p.EffectiveYear, p.Value, p.Unit, MarkNames.Of(p.Mark), p.Paragraph, p.Source, p.Description];

    private static ExportTable Notes(RunExport export) => new(
        "notes",
        "What a reader must know about the numbers.",
        Columns(("scenario", Text), ("note", Text)),
        [.. export.Run.Facts.Scenarios.SelectMany((f, s) => f.Projection.Notes.Select(n => new object?[] { export.Scenarios[s], n }))]);

    private static ExportTable Risk(RunExport export) => new(
        "risk",
        "Statistics over draws by scenario and fiscal year, and of the difference from the baseline draw by draw; an empty fiscal year is all years.",
        Columns(
            ("scenario", Text), ("of", Text), ("fiscal_year", Whole), ("mean", Money), ("standard_error", Money), ("p5", Money), ("p10", Money), ("p25", Money), ("p50", Money), ("p75", Money),
            ("p90", Money), ("p95", Money)),
        [.. RiskRow.Of(export).Select(r => new object?[]
        {
            r.Scenario, r.IsDifference ? "difference" : "cost", (long?)r.FiscalYear, Cents(r.Mean), Cents(r.StandardError), Cents(r.Quantiles.P5), Cents(r.Quantiles.P10), Cents(r.Quantiles.P25),
            Cents(r.Quantiles.P50), Cents(r.Quantiles.P75), Cents(r.Quantiles.P90), Cents(r.Quantiles.P95),
        })]);

    private static ExportTable Request(RunExport export) => new(
        "request",
        "How each scenario's 80th percentile over draws comes about step by step; an empty fiscal year is all years, whose percentile is that of the sum.",
        Columns(("scenario", Text), ("step", Text), ("kind", Text), ("fiscal_year", Whole), ("amount", Money)),
        [
            .. export.Scenarios.SelectMany((scenario, s) => RequestTable.Of(export.Run, s, RequestTable.UsualPercentile).Steps.SelectMany(step => step.Amounts.Select((a, i) => new object?[]
            {
                scenario, step.Name, step.Kind.ToString().ToLowerInvariant(), i < export.Run.FiscalYears.Count ? (long?)export.Run.FiscalYears[i] : null, a,
            }))),
        ]);

    private static ExportTable Draws(RunExport export) => new(
        "draws",
        "Cost of a fiscal year in every draw; draws of the same number have the same luck in every scenario.",
        Columns(("scenario", Text), ("fiscal_year", Whole), ("draw", Whole), ("amount", Money)),
        [
            .. from s in Enumerable.Range(0, export.Books.Count)
               from year in export.Run.FiscalYears
               from draw in export.Run.Drawn!.CostByDraw(s, year).Select((cents, i) => (Cents: cents, Number: (long)i))
               select new object?[] { export.Scenarios[s], (long)year, draw.Number, draw.Cents },
        ]);

    private static IEnumerable<(string Scenario, T Row)> Each<T>(RunExport export, Func<Budget.Tables.BudgetBook, IReadOnlyList<T>> rows) =>
        export.Books.SelectMany((b, s) => rows(b).Select(r => (export.Scenarios[s], r)));

    private static long? Cents(double? cents) => cents is { } c ? (long)Math.Round(c, MidpointRounding.AwayFromZero) : null;

    private static ExportColumn[] Columns(params (string Name, ExportType Type)[] columns) => [.. columns.Select(c => new ExportColumn(c.Name, c.Type))];
}
