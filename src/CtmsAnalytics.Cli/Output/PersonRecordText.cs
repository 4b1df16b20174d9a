using System.Globalization;
using CtmsAnalytics.Charts.Formatting;
using CtmsAnalytics.Records;
using Spectre.Console;
using static CtmsAnalytics.Cli.Output.ColumnKind;
using static CtmsAnalytics.Cli.Output.TextPage;

namespace CtmsAnalytics.Cli.Output;

/// <summary>Prints the record of a qualified position as a page that fits 100 columns. Text from files is escaped and never markup.</summary>
internal static class PersonRecordText
{
    private const string NotRecorded = "not recorded";

    /// <summary>Prints a record.</summary>
    /// <param name="console">Where it goes.</param>
    /// <param name="record">The record.</param>
    /// <param name="known">Day that the knowledge is of; null for everything.</param>
    /// <param name="history">Every row with its span; null where it is not asked for.</param>
    /// <param name="counties">Name of a county by its code.</param>
    /// <param name="service">Where the holder stands in the initial service period; null where the record does not tell it.</param>
    public static void Print(
        IAnsiConsole console, PositionRecord record, DateOnly? known, IReadOnlyList<PositionSpan>? history, IReadOnlyDictionary<string, string> counties, RecordedService? service)
    {
        Fit(console);
        console.Wrapped(PersonalData.OfPeople);
        console.Wrapped(SafeText.Escape($"Qualified position of {record.PersonId} as of {Iso(record.Day)}{(known is { } day ? $", as known on {Iso(day)}" : "")} (158.706)"));
        if (record.Begins is not { } begins) console.Wrapped("Nothing was recorded by then.");
        else if (begins > record.Day) console.Wrapped($"The record begins on {Iso(begins)}, after this day.");
        foreach (var group in record.Lines.GroupBy(l => l.Item.Group))
        {
            Heading(console, Title(group.Key));
            var table = Table(("Item", Words), ("Value", Words), ("Since", Code), ("Why", Words), ("Paragraph", Words));
            foreach (var line in group) Line(table, line, counties);
            console.Write(table);
        }

        if (service is not null) console.Wrapped(Initial(service, record.Day));
        var missing = record.Missing.Select(i => i.Name).ToList();
        if (missing.Count > 0) console.Wrapped($"Documentation items that are not recorded: {string.Join(", ", missing)}. ctms import records FILE adds them (158.706(c)).");
        if (record.Lines.Any(l => l.Exemption is not null)) console.Wrapped("The documentation of uncompensated service need not include every item (158.523(a)(2)).");
        if (history is not null) History(console, history, counties);
    }

    private static string Initial(RecordedService service, DateOnly day) => service.LastDay is { } last
        ? $"The initial service period {(last < day ? "ended" : "ends")} on {Iso(last)}, counted from the entry on duty ({service.Rule.Paragraph}); service outside the DHS-CS does not count (158.524(b)), and earlier service in it is not on record here."
        : $"This service does not count toward an initial service period ({service.Rule.Paragraph}).";

    private static void Line(Table table, RecordLine line, IReadOnlyDictionary<string, string> counties)
    {
        if (line.Row is not { } row)
        {
            Row(table, line.Item.Name, line.Exemption is { } exempt ? $"{NotRecorded}; {exempt}" : NotRecorded, "", "", line.Item.Paragraph);
            return;
        }

        var kind = (line.From ?? line.Item).Kind;
        Row(table, line.Item.Name, Value(row.Value!, kind, counties), Iso(row.Effective), Why(row, line.From), line.Item.Paragraph);
    }

    /// <summary>Why it holds, and when that was recorded where it was not on the day from which it holds.</summary>
    private static string Why(PositionRow row, RecordItem? from)
    {
        var reason = from is null ? row.Reason : $"as {from.Name}";
        return row.Recorded == row.Effective ? reason : $"{reason}; recorded {Iso(row.Recorded)}";
    }

    private static void History(IAnsiConsole console, IReadOnlyList<PositionSpan> history, IReadOnlyDictionary<string, string> counties)
    {
        Heading(console, "Every row of the record, the latest first");
        var table = Table(("From", Code), ("Until", Code), ("Item", Words), ("Value", Words), ("Recorded", Code), ("Why", Words));
        foreach (var span in history.OrderByDescending(s => s.Row.Effective).ThenByDescending(s => s.Row.Recorded).ThenBy(s => Place(s.Row.Item)))
        {
            var item = RecordItems.Find(span.Row.Item);
            Row(
                table, Iso(span.Row.Effective), span.IsReplaced ? "replaced" : span.Until is { } until ? Iso(until.AddDays(-1)) : "", item?.Name ?? span.Row.Item,
                span.Row.Value is { } value ? Value(value, item?.Kind ?? RecordKind.Text, counties) : "ended", Iso(span.Row.Recorded), span.Row.Reason);
        }

        console.Write(table);
        console.Wrapped("Until is the last day on which a row holds; a replaced row was corrected by a later recording of the same effective day.");
    }

    private static int Place(string item) => RecordItems.Find(item) is { } known ? RecordItems.All.ToList().IndexOf(known) : int.MaxValue;

    private static string Value(string value, RecordKind kind, IReadOnlyDictionary<string, string> counties) => kind switch
    {
        RecordKind.Dollars when long.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var dollars) => Display.Rate(dollars),
        RecordKind.County when counties.TryGetValue(value, out var name) => $"{value} {name}",
        RecordKind.Hours => $"{value} hours",
        _ => value,
    };

    private static string Title(RecordGroup group) => group switch
    {
        RecordGroup.Appointment => "Appointment (158.706(a), 158.522, 158.523)",
        RecordGroup.Qualifications => "Qualifications and work (158.706(b)(1))",
        RecordGroup.Structures => "Work and career structures (158.706(b)(2))",
        RecordGroup.Salary => "Salary (158.706(b)(3))",
        RecordGroup.Assignment => "Assignment (158.706(b)(3) and (e))",
        RecordGroup.Worksite => "Official worksite (158.706(b)(4))",
        _ => "Work schedule (158.706(b)(5))",
    };

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
