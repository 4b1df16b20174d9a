using System.Data.Common;

namespace CtmsAnalytics.DuckDb;

/// <summary>An error that DuckDB reported, with its own message and the SQL that caused it.</summary>
public sealed class DuckDBException : DbException
{
    /// <summary>Creates an error without further detail.</summary>
    public DuckDBException()
    {
    }

    /// <summary>Creates an error with a message.</summary>
    /// <param name="message">What happened.</param>
    public DuckDBException(string message)
        : base(message)
    {
    }

    /// <summary>Creates an error with a message and its cause.</summary>
    /// <param name="message">What happened.</param>
    /// <param name="innerException">The cause.</param>
    public DuckDBException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }

    /// <summary>Creates an error as DuckDB reported it.</summary>
    /// <param name="duckDBMessage">DuckDB's message.</param>
    /// <param name="errorType">DuckDB's error type.</param>
    /// <param name="sql">The SQL that was run, or null when the error did not come from SQL.</param>
    /// <param name="innerException">The cause, if there is one.</param>
    public DuckDBException(string duckDBMessage, DuckDBErrorType errorType, string? sql, Exception? innerException = null)
        : base(Describe(duckDBMessage, sql), innerException)
    {
        ErrorType = errorType;
        DuckDBMessage = duckDBMessage;
        Sql = sql;
    }

    /// <summary>DuckDB's error type; <see cref="DuckDBErrorType.Invalid"/> when it gave none.</summary>
    public DuckDBErrorType ErrorType { get; }

    /// <summary>DuckDB's message alone, without the SQL.</summary>
    public string DuckDBMessage { get; } = "";

    /// <summary>The whole SQL that was run, or null when the error did not come from SQL.</summary>
    public string? Sql { get; }

    private static string Describe(string message, string? sql)
    {
        const int Shown = 2000;
        if (string.IsNullOrEmpty(sql)) return message;
        var text = sql.Length <= Shown ? sql : $"{sql[..Shown]}... ({sql.Length} characters)";
        return $"{message}\nSQL: {text}";
    }
}
