namespace CtmsAnalytics.Equity;

/// <summary>People and what is known of them, as text. Nothing is interpreted before an analysis says what it means.</summary>
/// <param name="Name">Name of the file or roster.</param>
/// <param name="Columns">Names of the columns, each once.</param>
/// <param name="Rows">The people.</param>
public sealed record EquityTable(string Name, IReadOnlyList<string> Columns, IReadOnlyList<EquityRecord> Rows);

/// <summary>One person.</summary>
/// <param name="Number">Row of the sheet or line of the file, from 1, for messages.</param>
/// <param name="Cells">One entry for each column; empty where nothing is known.</param>
public sealed record EquityRecord(long Number, IReadOnlyList<string> Cells);
