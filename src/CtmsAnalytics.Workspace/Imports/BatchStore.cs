using CtmsAnalytics.DuckDb;
using CtmsAnalytics.Workspace.Storage;
using CtmsAnalytics.Workspace.Tables;

namespace CtmsAnalytics.Workspace.Imports;

/// <summary>Writes the record of an import and what it has set aside.</summary>
internal static class BatchStore
{
    public static void Write(DuckDBConnection connection, int batch, string kind, FileContent file, string options, DateTime time, long read, long kept, long setAside) =>
        connection.Execute("INSERT INTO import_batch VALUES (?, ?::import_kind, ?, ?, ?, ?, ?, ?, ?)",
            batch, kind, Path.GetFileName(file.Name), file.Sha256, options, time, read, kept, setAside);

    public static void WriteQuarantine(DuckDBConnection connection, int batch, IReadOnlyList<QuarantineEntry> entries)
    {
        if (entries.Count == 0) return;
        using var appender = connection.CreateAppender("quarantine");
        for (var i = 0; i < entries.Count; i++)
        {
            var entry = entries[i];
            appender.CreateRow().AppendValue(batch).AppendValue(i + 1).AppendValue(entry.Row).AppendValue(entry.Column).AppendValue(entry.Value)
                .AppendValue(entry.Code).AppendValue(entry.Reason).AppendValue(entry.Paragraph).EndRow();
        }

        appender.Close();
    }
}
