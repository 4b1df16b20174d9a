using CtmsAnalytics.DuckDb.Appending;

namespace CtmsAnalytics.DuckDb;

/// <summary>A row that is being appended: one value per column, in the table's order, then <see cref="EndRow"/>.</summary>
/// <remarks>A value is taken where the column holds it exactly: an int goes into a BIGINT, a double does not go into a DECIMAL. Anything else is an error.</remarks>
public struct DuckDBAppenderRow
{
    private readonly DuckDBAppender _appender;
    private readonly VectorWriter[] _writers;
    private readonly long _row;
    private int _column;

    internal DuckDBAppenderRow(DuckDBAppender appender, VectorWriter[] writers, long row) => (_appender, _writers, _row) = (appender, writers, row);

    /// <summary>Appends a truth value; null is NULL.</summary>
    /// <param name="value">The value.</param>
    /// <returns>The row.</returns>
    /// <exception cref="InvalidCastException">The column does not take the type.</exception>
    /// <exception cref="OverflowException">The value does not fit the column.</exception>
    /// <exception cref="InvalidOperationException">The row has all its values already.</exception>
    public DuckDBAppenderRow AppendValue(bool? value)
    {
        var writer = Next();
        if (value is { } given) writer.WriteBoolean(_appender.RowInChunk, given);
        else writer.WriteNull(_appender.RowInChunk);
        return this;
    }

    /// <summary>Appends a number; null is NULL.</summary>
    /// <param name="value">The value.</param>
    /// <returns>The row.</returns>
    /// <exception cref="InvalidCastException">The column does not take the type.</exception>
    /// <exception cref="OverflowException">The value does not fit the column.</exception>
    /// <exception cref="InvalidOperationException">The row has all its values already.</exception>
    public DuckDBAppenderRow AppendValue(sbyte? value)
    {
        var writer = Next();
        if (value is { } given) writer.WriteInt64(_appender.RowInChunk, given);
        else writer.WriteNull(_appender.RowInChunk);
        return this;
    }

    /// <summary>Appends a number; null is NULL.</summary>
    /// <param name="value">The value.</param>
    /// <returns>The row.</returns>
    /// <exception cref="InvalidCastException">The column does not take the type.</exception>
    /// <exception cref="OverflowException">The value does not fit the column.</exception>
    /// <exception cref="InvalidOperationException">The row has all its values already.</exception>
    public DuckDBAppenderRow AppendValue(short? value)
    {
        var writer = Next();
        if (value is { } given) writer.WriteInt64(_appender.RowInChunk, given);
        else writer.WriteNull(_appender.RowInChunk);
        return this;
    }

    /// <summary>Appends a number; null is NULL.</summary>
    /// <param name="value">The value.</param>
    /// <returns>The row.</returns>
    /// <exception cref="InvalidCastException">The column does not take the type.</exception>
    /// <exception cref="OverflowException">The value does not fit the column.</exception>
    /// <exception cref="InvalidOperationException">The row has all its values already.</exception>
    public DuckDBAppenderRow AppendValue(int? value)
    {
        var writer = Next();
        if (value is { } given) writer.WriteInt64(_appender.RowInChunk, given);
        else writer.WriteNull(_appender.RowInChunk);
        return this;
    }

    /// <summary>Appends a number; null is NULL.</summary>
    /// <param name="value">The value.</param>
    /// <returns>The row.</returns>
    /// <exception cref="InvalidCastException">The column does not take the type.</exception>
    /// <exception cref="OverflowException">The value does not fit the column.</exception>
    /// <exception cref="InvalidOperationException">The row has all its values already.</exception>
    public DuckDBAppenderRow AppendValue(long? value)
    {
        var writer = Next();
        if (value is { } given) writer.WriteInt64(_appender.RowInChunk, given);
        else writer.WriteNull(_appender.RowInChunk);
        return this;
    }

    /// <summary>Appends a number; null is NULL.</summary>
    /// <param name="value">The value.</param>
    /// <returns>The row.</returns>
    /// <exception cref="InvalidCastException">The column does not take the type.</exception>
    /// <exception cref="OverflowException">The value does not fit the column.</exception>
    /// <exception cref="InvalidOperationException">The row has all its values already.</exception>
    public DuckDBAppenderRow AppendValue(byte? value)
    {
        var writer = Next();
        if (value is { } given) writer.WriteInt64(_appender.RowInChunk, given);
        else writer.WriteNull(_appender.RowInChunk);
        return this;
    }

    /// <summary>Appends a number; null is NULL.</summary>
    /// <param name="value">The value.</param>
    /// <returns>The row.</returns>
    /// <exception cref="InvalidCastException">The column does not take the type.</exception>
    /// <exception cref="OverflowException">The value does not fit the column.</exception>
    /// <exception cref="InvalidOperationException">The row has all its values already.</exception>
    public DuckDBAppenderRow AppendValue(ushort? value)
    {
        var writer = Next();
        if (value is { } given) writer.WriteInt64(_appender.RowInChunk, given);
        else writer.WriteNull(_appender.RowInChunk);
        return this;
    }

    /// <summary>Appends a number; null is NULL.</summary>
    /// <param name="value">The value.</param>
    /// <returns>The row.</returns>
    /// <exception cref="InvalidCastException">The column does not take the type.</exception>
    /// <exception cref="OverflowException">The value does not fit the column.</exception>
    /// <exception cref="InvalidOperationException">The row has all its values already.</exception>
    public DuckDBAppenderRow AppendValue(uint? value)
    {
        var writer = Next();
        if (value is { } given) writer.WriteInt64(_appender.RowInChunk, given);
        else writer.WriteNull(_appender.RowInChunk);
        return this;
    }

    /// <summary>Appends a number; null is NULL.</summary>
    /// <param name="value">The value.</param>
    /// <returns>The row.</returns>
    /// <exception cref="InvalidCastException">The column does not take the type.</exception>
    /// <exception cref="OverflowException">The value does not fit the column.</exception>
    /// <exception cref="InvalidOperationException">The row has all its values already.</exception>
    public DuckDBAppenderRow AppendValue(ulong? value)
    {
        var writer = Next();
        if (value is { } given) writer.WriteUInt64(_appender.RowInChunk, given);
        else writer.WriteNull(_appender.RowInChunk);
        return this;
    }

    /// <summary>Appends a number; null is NULL.</summary>
    /// <param name="value">The value.</param>
    /// <returns>The row.</returns>
    /// <exception cref="InvalidCastException">The column does not take the type.</exception>
    /// <exception cref="OverflowException">The value does not fit the column.</exception>
    /// <exception cref="InvalidOperationException">The row has all its values already.</exception>
    public DuckDBAppenderRow AppendValue(Int128? value)
    {
        var writer = Next();
        if (value is { } given) writer.WriteInt128(_appender.RowInChunk, given);
        else writer.WriteNull(_appender.RowInChunk);
        return this;
    }

    /// <summary>Appends a number; null is NULL.</summary>
    /// <param name="value">The value.</param>
    /// <returns>The row.</returns>
    /// <exception cref="InvalidCastException">The column does not take the type.</exception>
    /// <exception cref="OverflowException">The value does not fit the column.</exception>
    /// <exception cref="InvalidOperationException">The row has all its values already.</exception>
    public DuckDBAppenderRow AppendValue(float? value)
    {
        var writer = Next();
        if (value is { } given) writer.WriteFloat(_appender.RowInChunk, given);
        else writer.WriteNull(_appender.RowInChunk);
        return this;
    }

    /// <summary>Appends a number; null is NULL.</summary>
    /// <param name="value">The value.</param>
    /// <returns>The row.</returns>
    /// <exception cref="InvalidCastException">The column does not take the type.</exception>
    /// <exception cref="OverflowException">The value does not fit the column.</exception>
    /// <exception cref="InvalidOperationException">The row has all its values already.</exception>
    public DuckDBAppenderRow AppendValue(double? value)
    {
        var writer = Next();
        if (value is { } given) writer.WriteDouble(_appender.RowInChunk, given);
        else writer.WriteNull(_appender.RowInChunk);
        return this;
    }

    /// <summary>Appends a number; null is NULL.</summary>
    /// <param name="value">The value.</param>
    /// <returns>The row.</returns>
    /// <exception cref="InvalidCastException">The column does not take the type.</exception>
    /// <exception cref="OverflowException">The value does not fit the column.</exception>
    /// <exception cref="InvalidOperationException">The row has all its values already.</exception>
    public DuckDBAppenderRow AppendValue(decimal? value)
    {
        var writer = Next();
        if (value is { } given) writer.WriteDecimal(_appender.RowInChunk, given);
        else writer.WriteNull(_appender.RowInChunk);
        return this;
    }

    /// <summary>Appends a date; null is NULL.</summary>
    /// <param name="value">The value.</param>
    /// <returns>The row.</returns>
    /// <exception cref="InvalidCastException">The column does not take the type.</exception>
    /// <exception cref="OverflowException">The value does not fit the column.</exception>
    /// <exception cref="InvalidOperationException">The row has all its values already.</exception>
    public DuckDBAppenderRow AppendValue(DateOnly? value)
    {
        var writer = Next();
        if (value is { } given) writer.WriteDateOnly(_appender.RowInChunk, given);
        else writer.WriteNull(_appender.RowInChunk);
        return this;
    }

    /// <summary>Appends a time of day; null is NULL.</summary>
    /// <param name="value">The value.</param>
    /// <returns>The row.</returns>
    /// <exception cref="InvalidCastException">The column does not take the type.</exception>
    /// <exception cref="OverflowException">The value does not fit the column.</exception>
    /// <exception cref="InvalidOperationException">The row has all its values already.</exception>
    public DuckDBAppenderRow AppendValue(TimeOnly? value)
    {
        var writer = Next();
        if (value is { } given) writer.WriteTimeOnly(_appender.RowInChunk, given);
        else writer.WriteNull(_appender.RowInChunk);
        return this;
    }

    /// <summary>Appends a date and time; null is NULL.</summary>
    /// <param name="value">The value.</param>
    /// <returns>The row.</returns>
    /// <exception cref="InvalidCastException">The column does not take the type.</exception>
    /// <exception cref="OverflowException">The value does not fit the column.</exception>
    /// <exception cref="InvalidOperationException">The row has all its values already.</exception>
    public DuckDBAppenderRow AppendValue(DateTime? value)
    {
        var writer = Next();
        if (value is { } given) writer.WriteDateTime(_appender.RowInChunk, given);
        else writer.WriteNull(_appender.RowInChunk);
        return this;
    }

    /// <summary>Appends an instant; null is NULL.</summary>
    /// <param name="value">The value.</param>
    /// <returns>The row.</returns>
    /// <exception cref="InvalidCastException">The column does not take the type.</exception>
    /// <exception cref="OverflowException">The value does not fit the column.</exception>
    /// <exception cref="InvalidOperationException">The row has all its values already.</exception>
    public DuckDBAppenderRow AppendValue(DateTimeOffset? value)
    {
        var writer = Next();
        if (value is { } given) writer.WriteDateTimeOffset(_appender.RowInChunk, given);
        else writer.WriteNull(_appender.RowInChunk);
        return this;
    }

    /// <summary>Appends a UUID; null is NULL.</summary>
    /// <param name="value">The value.</param>
    /// <returns>The row.</returns>
    /// <exception cref="InvalidCastException">The column does not take the type.</exception>
    /// <exception cref="OverflowException">The value does not fit the column.</exception>
    /// <exception cref="InvalidOperationException">The row has all its values already.</exception>
    public DuckDBAppenderRow AppendValue(Guid? value)
    {
        var writer = Next();
        if (value is { } given) writer.WriteGuid(_appender.RowInChunk, given);
        else writer.WriteNull(_appender.RowInChunk);
        return this;
    }

    /// <summary>Appends an interval; null is NULL.</summary>
    /// <param name="value">The value.</param>
    /// <returns>The row.</returns>
    /// <exception cref="InvalidCastException">The column does not take the type.</exception>
    /// <exception cref="OverflowException">The value does not fit the column.</exception>
    /// <exception cref="InvalidOperationException">The row has all its values already.</exception>
    public DuckDBAppenderRow AppendValue(DuckDBInterval? value)
    {
        var writer = Next();
        if (value is { } given) writer.WriteInterval(_appender.RowInChunk, given);
        else writer.WriteNull(_appender.RowInChunk);
        return this;
    }

    /// <summary>Appends a text; null is NULL.</summary>
    /// <param name="value">The value.</param>
    /// <returns>The row.</returns>
    /// <exception cref="InvalidCastException">The column does not take the type.</exception>
    /// <exception cref="ArgumentException">The text is no valid Unicode, or no label of the ENUM.</exception>
    /// <exception cref="InvalidOperationException">The row has all its values already.</exception>
    public DuckDBAppenderRow AppendValue(string? value)
    {
        var writer = Next();
        if (value is not null) writer.WriteText(_appender.RowInChunk, value);
        else writer.WriteNull(_appender.RowInChunk);
        return this;
    }

    /// <summary>Appends bytes; null is NULL.</summary>
    /// <param name="value">The value.</param>
    /// <returns>The row.</returns>
    /// <exception cref="InvalidCastException">The column does not take the type.</exception>
    /// <exception cref="ArgumentException">The text is no valid Unicode, or no label of the ENUM.</exception>
    /// <exception cref="InvalidOperationException">The row has all its values already.</exception>
    public DuckDBAppenderRow AppendValue(byte[]? value)
    {
        var writer = Next();
        if (value is not null) writer.WriteBytes(_appender.RowInChunk, value);
        else writer.WriteNull(_appender.RowInChunk);
        return this;
    }

    /// <summary>Appends NULL.</summary>
    /// <returns>The row.</returns>
    /// <exception cref="InvalidOperationException">The row has all its values already.</exception>
    public DuckDBAppenderRow AppendNullValue()
    {
        Next().WriteNull(_appender.RowInChunk);
        return this;
    }

    /// <summary>Appends a value of any type that an overload takes, or a list of such values into a LIST; null and <see cref="DBNull"/> are NULL.</summary>
    /// <param name="value">The value.</param>
    /// <returns>The row.</returns>
    /// <exception cref="InvalidCastException">The column does not take the type.</exception>
    /// <exception cref="OverflowException">The value does not fit the column.</exception>
    /// <exception cref="InvalidOperationException">The row has all its values already.</exception>
    public DuckDBAppenderRow AppendValue(object? value)
    {
        Next().WriteObject(_appender.RowInChunk, value);
        return this;
    }

    /// <summary>Appends a list.</summary>
    /// <typeparam name="T">The type of an element.</typeparam>
    /// <param name="value">The elements; null is NULL.</param>
    /// <returns>The row.</returns>
    /// <exception cref="InvalidCastException">The column is no LIST, or its elements do not take the type.</exception>
    /// <exception cref="InvalidOperationException">The row has all its values already.</exception>
    public DuckDBAppenderRow AppendValue<T>(IEnumerable<T>? value)
    {
        Next().WriteObject(_appender.RowInChunk, value);
        return this;
    }

    /// <summary>Ends the row; it counts from now on.</summary>
    /// <exception cref="InvalidOperationException">Values are missing; the row is given up and can be begun again.</exception>
    /// <exception cref="DuckDBException">DuckDB refused the rows so far; the table is as it was.</exception>
    public readonly void EndRow()
    {
        if (_column != _writers.Length)
            throw new InvalidOperationException($"Row {_row + 1} has {_column} values and the table has {_writers.Length} columns: '{_writers[_column].Name}' is the next that needs one.");
        _appender.CompleteRow(_row);
    }

    private VectorWriter Next()
    {
        if (!_appender.IsCurrent(_row)) ThrowStale();
        if (_column == _writers.Length) throw new InvalidOperationException($"Row {_row + 1} has a value for each of the table's {_writers.Length} columns already. Call EndRow().");
        return _writers[_column++];
    }

    private readonly void ThrowStale()
    {
        _appender.ThrowIfEnded();
        throw new InvalidOperationException("This row has ended. Begin the next one by CreateRow().");
    }
}
