using System.Data;
using System.Data.Common;
using System.Diagnostics.CodeAnalysis;

namespace CtmsAnalytics.DuckDb;

/// <summary>
/// A value for a statement. Without a name it is positional and answers <c>?</c> and <c>$1</c> in order; with one it answers <c>$name</c>. The .NET type of the
/// value decides DuckDB's: see the provider's README for the table.
/// </summary>
public sealed class DuckDBParameter : DbParameter
{
    private string _name = "";
    private string _sourceColumn = "";

    /// <summary>Creates a positional parameter without a value.</summary>
    public DuckDBParameter()
    {
    }

    /// <summary>Creates a positional parameter.</summary>
    /// <param name="value">The value; null and <see cref="DBNull"/> are NULL.</param>
    public DuckDBParameter(object? value) => Value = value;

    /// <summary>Creates a named parameter.</summary>
    /// <param name="name">The name, with or without its <c>$</c>.</param>
    /// <param name="value">The value; null and <see cref="DBNull"/> are NULL.</param>
    public DuckDBParameter(string name, object? value)
    {
        ParameterName = name;
        Value = value;
    }

    /// <summary>Kept for ADO.NET; the value's own type decides how it is bound.</summary>
    public override DbType DbType { get; set; } = DbType.Object;

    /// <summary>Input; DuckDB has no other direction.</summary>
    /// <exception cref="NotSupportedException">Another direction is set.</exception>
    public override ParameterDirection Direction
    {
        get => ParameterDirection.Input;
        set
        {
            if (value != ParameterDirection.Input) throw new NotSupportedException($"DuckDB's parameters are input only; {value} cannot be set.");
        }
    }

    /// <inheritdoc />
    public override bool IsNullable { get; set; } = true;

    /// <summary>The name without its prefix (<c>$</c>, <c>@</c> or <c>:</c>); empty for a positional parameter.</summary>
    [AllowNull]
    public override string ParameterName
    {
        get => _name;
        set => _name = value is ['$' or '@' or ':', .. var rest] ? rest : value ?? "";
    }

    /// <inheritdoc />
    public override int Size { get; set; }

    /// <inheritdoc />
    [AllowNull]
    public override string SourceColumn
    {
        get => _sourceColumn;
        set => _sourceColumn = value ?? "";
    }

    /// <inheritdoc />
    public override bool SourceColumnNullMapping { get; set; }

    /// <summary>The value; null and <see cref="DBNull"/> are NULL.</summary>
    public override object? Value { get; set; }

    /// <inheritdoc />
    public override void ResetDbType() => DbType = DbType.Object;
}
