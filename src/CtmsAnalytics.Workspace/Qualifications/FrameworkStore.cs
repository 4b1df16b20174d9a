using CtmsAnalytics.DuckDb;
using CtmsAnalytics.Workspace.Imports;
using CtmsAnalytics.Workspace.Storage;
using CtmsAnalytics.Workspace.Tables;

namespace CtmsAnalytics.Workspace.Qualifications;

/// <summary>Stores a framework inside the caller's transaction; what is there already under the same identifier gets the new content.</summary>
internal sealed class FrameworkStore(DuckDBConnection connection, int batch)
{
    public ImportReport Store(FrameworkTable table, FileContent file, string kind, string options, DateTime time)
    {
        BatchStore.Write(connection, batch, kind, file, options, time, table.RowsRead, table.RowsRead - table.RowsSetAside, table.RowsSetAside);
        BatchStore.WriteQuarantine(connection, batch, table.Quarantined);
        Fill("framework_role", table.Roles, (row, r) => row.AppendValue(table.Framework).AppendValue(r.Role).AppendValue(r.Name).AppendValue(r.Category).AppendValue(r.Description).AppendValue(batch));
        Fill("framework_element", table.Elements, (row, e) => row.AppendValue(table.Framework).AppendValue(e.Element).AppendValue(e.Kind).AppendValue(e.Name).AppendValue(batch));
        Fill("framework_role_element", table.Needs, (row, n) => row.AppendValue(table.Framework).AppendValue(n.Role).AppendValue(n.Element).AppendValue(n.Scale).AppendValue(n.Value).AppendValue(n.Suppressed).AppendValue(batch));
        ImportCount[] counts = [new($"{table.Framework} roles", table.Roles.Count), new($"{table.Framework} elements", table.Elements.Count), new("needs of roles", table.Needs.Count)];
        return new ImportReport(file.Name, false, batch, table.RowsRead, table.RowsRead - table.RowsSetAside, table.RowsSetAside, [.. counts.Where(c => c.Rows > 0)], QuarantineReason.Summarise(table.Quarantined), table.Notes);
    }

    private void Fill<T>(string table, IReadOnlyCollection<T> rows, Func<DuckDBAppenderRow, T, DuckDBAppenderRow> append)
    {
        if (rows.Count == 0) return;
        connection.Execute($"CREATE TEMP TABLE stage_{table} AS SELECT * FROM {table} LIMIT 0");
        using (var appender = connection.CreateAppender("temp", "main", $"stage_{table}"))
        {
            foreach (var row in rows) append(appender.CreateRow(), row).EndRow();
            appender.Close();
        }

        // What O*NET's ratings say of an occupation in passing does not take the description away.
        var keep = table == "framework_role" ? $" WHERE s.description IS NOT NULL OR NOT EXISTS (SELECT 1 FROM {table} o WHERE o.framework = s.framework AND o.role = s.role)" : "";
        connection.Execute($"INSERT OR REPLACE INTO {table} SELECT * FROM stage_{table} s{keep}");
        connection.Execute($"DROP TABLE stage_{table}");
    }
}
