namespace CtmsAnalytics.Workspace.Imports;

/// <summary>What an import did.</summary>
/// <param name="File">The file as the user named it.</param>
/// <param name="AlreadyImported">True when the same content was imported before with the same options: nothing was changed, and the counts are those of that time.</param>
/// <param name="BatchId">Number of the import, for <c>ctms quarantine</c>.</param>
/// <param name="RowsRead">Rows of data in the file.</param>
/// <param name="RowsKept">Rows whose figures are in the workspace.</param>
/// <param name="RowsQuarantined">Rows that were set aside. Read = kept + set aside + identical duplicates.</param>
/// <param name="Counts">Further counts in words, for example <c>new</c>, <c>already there, identical</c>.</param>
/// <param name="Reasons">Why rows were set aside, the most frequent reason first.</param>
/// <param name="Notes">What a person should know about how the file was read, one sentence each.</param>
public sealed record ImportReport(
    string File,
    bool AlreadyImported,
    int BatchId,
    long RowsRead,
    long RowsKept,
    long RowsQuarantined,
    IReadOnlyList<ImportCount> Counts,
    IReadOnlyList<QuarantineReason> Reasons,
    IReadOnlyList<string> Notes);

/// <summary>A count of an import in words.</summary>
/// <param name="What">What is counted.</param>
/// <param name="Rows">Number of rows.</param>
public sealed record ImportCount(string What, long Rows);

/// <summary>A reason for which rows were set aside.</summary>
/// <param name="Code">The reason in a few words.</param>
/// <param name="Rows">Number of rows with the reason; a row can have several.</param>
/// <param name="FirstRows">Rows of the file with the reason, the first five, ascending.</param>
/// <param name="Example">Reason of the first of them in full.</param>
/// <param name="Paragraph">Paragraph of part 158; empty where there is none.</param>
public sealed record QuarantineReason(string Code, long Rows, IReadOnlyList<long> FirstRows, string Example, string Paragraph)
{
    internal static IReadOnlyList<QuarantineReason> Summarise(IEnumerable<QuarantineEntry> entries) =>
        [.. entries.GroupBy(e => e.Code, StringComparer.Ordinal)
            .Select(g =>
            {
                var rows = g.Select(e => e.Row).Distinct().Order().ToList();
                var first = g.MinBy(e => e.Row)!;
                return new QuarantineReason(g.Key, rows.Count, [.. rows.Take(5)], first.Reason, first.Paragraph);
            })
            .OrderByDescending(r => r.Rows).ThenBy(r => r.Code, StringComparer.Ordinal)];
}

/// <summary>How far an import is.</summary>
/// <param name="Stage">What is being done: <c>reading</c>, <c>storing</c>.</param>
/// <param name="Rows">Rows read so far.</param>
public readonly record struct ImportProgress(string Stage, long Rows);
