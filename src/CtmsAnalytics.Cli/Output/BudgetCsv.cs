using CtmsAnalytics.Budget.Tables;
using CtmsAnalytics.Charts.Formatting;
using static CtmsAnalytics.Cli.Output.CsvLine;

namespace CtmsAnalytics.Cli.Output;

/// <summary>Budget tables for a spreadsheet, one file each: exact amounts in US dollars.</summary>
public static class BudgetCsv
{
    /// <summary>Writes the tables.</summary>
    /// <param name="folder">Folder of the files; it exists.</param>
    /// <param name="tables">The tables of money, in cents; a hidden amount is an empty cell.</param>
    /// <param name="staffing">FTE and rates.</param>
    /// <param name="request">How the number at a percentile comes about, in cents; null for none.</param>
    public static void Write(string folder, IReadOnlyList<ShownTable> tables, StaffingTable staffing, RequestTable? request)
    {
        ArgumentNullException.ThrowIfNull(tables);
        ArgumentNullException.ThrowIfNull(staffing);
        foreach (var table in tables)
        {
            using var writer = new StreamWriter(Path.Combine(folder, table.Name + ".csv"));
            Write(table, writer);
        }

        if (request is not null)
        {
            using var writer = new StreamWriter(Path.Combine(folder, "request.csv"));
            Line(writer, ["step", .. request.FiscalYears.Select(y => Display.FiscalYear(y).ToLowerInvariant()), "all_years"]);
            foreach (var step in request.Steps) Line(writer, [Text(step.Name), .. step.Amounts.Select(Money)]);
        }

        using var last = new StreamWriter(Path.Combine(folder, "fte.csv"));
        Write(staffing, last);
    }

    private static void Write(ShownTable table, TextWriter writer)
    {
        Line(writer, [.. table.Keys.Concat(table.Columns).Select(Header)]);
        foreach (var row in table.Rows) Line(writer, [.. row.Keys.Select(Text), .. row.Amounts.Select(a => a is { } cents ? Money(cents) : "")]);
    }

    private static void Write(StaffingTable table, TextWriter writer)
    {
        Line(writer, "fiscal_year", "agency", "organisation", "fte", "people", "paid_hours", "hours_worked", "cost", "per_person", "per_fte", "per_paid_hour", "per_hour_worked");
        foreach (var row in table.Rows)
        {
            Line(
                writer, Number(row.FiscalYear), Text(row.Agency), Text(row.Organisation), Number((double)row.Fte), Number((double)row.People), Number((double)row.PaidHours), Number((double)row.HoursWorked),
                Money(row.Cents), Money((double?)row.CentsPerPerson), Money((double?)row.CentsPerFte), Money((double?)row.CentsPerPaidHour), Money((double?)row.CentsPerHourWorked));
        }
    }

    private static string Header(string name) => name.ToLowerInvariant().Replace(' ', '_');
}
