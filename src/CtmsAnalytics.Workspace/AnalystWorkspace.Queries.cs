using CtmsAnalytics.Diagnostics;
using CtmsAnalytics.DuckDb;
using CtmsAnalytics.Workspace.Queries;
using CtmsAnalytics.Workspace.Storage;

namespace CtmsAnalytics.Workspace;

/// <content>Queries in SQL.</content>
public sealed partial class AnalystWorkspace
{
    /// <summary>Runs a query in a workspace that is open for reading. It reads the workspace alone: no other file is read or written from then on, and nothing is changed.</summary>
    /// <param name="sql">One statement, with parameters as <c>$name</c>.</param>
    /// <param name="parameters">An object whose properties are the parameters, for example <c>new { year = 2028 }</c>, or a dictionary by name; null for none. Values are bound, never pasted into the statement.</param>
    /// <param name="rows">Rows to hold; the others are only counted. 0 or more.</param>
    /// <param name="tables">An object whose properties are sequences that the statement reads like tables, or a dictionary by name; null for none.</param>
    /// <param name="cancellation">Stops the query.</param>
    /// <returns>The result.</returns>
    /// <exception cref="InputException">The statement cannot be run, changes something, or is more than one; the message is the database's with the place.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    internal ResultTable Query(string sql, object? parameters, int rows, object? tables, CancellationToken cancellation)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(sql);
        ArgumentOutOfRangeException.ThrowIfNegative(rows);
        _connection.Execute("SET enable_external_access = false");
        foreach (var table in QueryParameters.Of(tables)) QueryTables.Create(_connection, table.ParameterName, table.Value ?? throw new InputException($"'{table.ParameterName}' is null and no sequence."));
        using var command = _connection.CreateCommand();
        command.CommandText = sql;
        command.UseStreamingMode = true;
        foreach (var parameter in QueryParameters.Of(parameters)) command.Parameters.Add(parameter);
        try
        {
            using var reader = command.ExecuteReaderAsync(cancellation).GetAwaiter().GetResult();
            var values = Enumerable.Range(0, reader.FieldCount).Select(_ => new List<object?>()).ToList();
            long count = 0;
            while (reader.ReadAsync(cancellation).GetAwaiter().GetResult())
            {
                if (count++ >= rows) continue;
                for (var i = 0; i < values.Count; i++) values[i].Add(reader.IsDBNull(i) ? null : reader.GetValue(i));
            }

            List<ResultColumn> columns = [.. values.Select((v, i) => new ResultColumn(reader.GetName(i), reader.GetDataTypeName(i), reader.GetFieldType(i), v))];
            if (reader.NextResult()) throw new InputException("The text has several statements. Give one at a time, so that one result is shown.");
            return new ResultTable(columns, count);
        }
        catch (DuckDBException exception)
        {
            throw new InputException(InWords(exception.DuckDBMessage.Length > 0 ? exception.DuckDBMessage : exception.Message), exception);
        }
    }

    /// <summary>The database's words with what would be right for who writes a query.</summary>
    private static string InWords(string message)
    {
        if (message.Contains("read-only", StringComparison.OrdinalIgnoreCase)) return $"{message} A query only reads; ctms import and the methods of the workbench write.";
        var advice = message.IndexOf("Add a DuckDBParameter", StringComparison.Ordinal);
        return advice < 0 ? message : $"{message[..advice]}Give every parameter by its name, for example new {{ year = 2028 }} for $year.";
    }
}
