using CtmsAnalytics.DuckDb.Appending;

namespace CtmsAnalytics.DuckDb;

/// <summary>A block of rows that is appended column by column, in the table's order.</summary>
public sealed class DuckDBColumnBlock
{
    private readonly DuckDBAppender _appender;
    private readonly VectorWriter[] _writers;
    private readonly AppenderBatch _chunks;
    private readonly int _rowCount;
    private int _column;
    private bool _done;

    internal DuckDBColumnBlock(DuckDBAppender appender, VectorWriter[] writers, AppenderBatch chunks, int rowCount) =>
        (_appender, _writers, _chunks, _rowCount) = (appender, writers, chunks, rowCount);

    /// <summary>The next column, value by value as <see cref="DuckDBAppenderRow"/> takes them.</summary>
    /// <typeparam name="T">Any type that a row takes, its nullable, or string; a number of exactly the column's type is copied as a whole.</typeparam>
    /// <param name="values">One value per row.</param>
    /// <param name="isNull">Per row, whether it is NULL whatever its value; leave it out when no row is.</param>
    /// <returns>The block.</returns>
    /// <exception cref="ArgumentException">A span's length is not the block's row count.</exception>
    /// <exception cref="InvalidCastException">The column does not take the type.</exception>
    /// <exception cref="OverflowException">A value does not fit the column.</exception>
    /// <exception cref="InvalidOperationException">The block has all its columns already.</exception>
    /// <exception cref="DuckDBException">DuckDB refused earlier rows; the table is as it was.</exception>
    public DuckDBColumnBlock Column<T>(ReadOnlySpan<T> values, ReadOnlySpan<bool> isNull = default)
    {
        var writer = Next(values.Length, isNull.Length);
        for (var (chunk, start) = (0, 0); start < _rowCount; chunk++, start += DuckDBAppender.ChunkCapacity)
        {
            var count = Math.Min(DuckDBAppender.ChunkCapacity, _rowCount - start);
            _chunks[chunk].Bind(writer, _column);
            writer.WriteMany(values.Slice(start, count));
            MarkNulls(writer, isNull, start, count);
        }
        _column++;
        return this;
    }

    /// <summary>The next column as DuckDB stores it, for types whose storage is not their value; always one copy.</summary>
    /// <typeparam name="T">The storage, as for <see cref="DuckDBChunk.Column{T}(int)"/>: for a DECIMAL the integer without its point, for a DATE the days since 1970.</typeparam>
    /// <param name="values">One value per row. They are taken as they are: a value outside the column's range gives a broken table.</param>
    /// <param name="isNull">Per row, whether it is NULL whatever its value; leave it out when no row is.</param>
    /// <returns>The block.</returns>
    /// <exception cref="ArgumentException">A span's length is not the block's row count.</exception>
    /// <exception cref="InvalidCastException">The column is stored otherwise; the message says how.</exception>
    /// <exception cref="InvalidOperationException">The block has all its columns already.</exception>
    /// <exception cref="DuckDBException">DuckDB refused earlier rows; the table is as it was.</exception>
    public DuckDBColumnBlock ColumnAsStored<T>(ReadOnlySpan<T> values, ReadOnlySpan<bool> isNull = default)
        where T : unmanaged
    {
        var writer = Next(values.Length, isNull.Length);
        for (var (chunk, start) = (0, 0); start < _rowCount; chunk++, start += DuckDBAppender.ChunkCapacity)
        {
            var count = Math.Min(DuckDBAppender.ChunkCapacity, _rowCount - start);
            _chunks[chunk].Bind(writer, _column);
            writer.WriteStored(values.Slice(start, count));
            MarkNulls(writer, isNull, start, count);
        }
        _column++;
        return this;
    }

    /// <summary>Hands the block to the appender.</summary>
    /// <exception cref="InvalidOperationException">Columns are missing, or the block was appended already.</exception>
    /// <exception cref="DuckDBException">DuckDB refused these rows or earlier ones; the table is as it was. Later calls may be the first to hear of it.</exception>
    public void Append()
    {
        ThrowIfDone();
        if (_column != _writers.Length)
            throw new InvalidOperationException($"The block has {_column} columns and the table {_writers.Length}: '{_writers[_column].Name}' is the next that needs values.");
        _appender.SendColumns(this, _rowCount);
        _done = true;
    }

    private static void MarkNulls(VectorWriter writer, ReadOnlySpan<bool> isNull, int start, int count)
    {
        if (isNull.IsEmpty) return;
        for (var i = 0; i < count; i++)
        {
            if (isNull[start + i]) writer.WriteNull(i);
        }
    }

    private VectorWriter Next(int values, int nulls)
    {
        ThrowIfDone();
        if (_column == _writers.Length) throw new InvalidOperationException($"The block has all of the table's {_writers.Length} columns already. Call Append().");
        if (values == _rowCount && nulls is 0 || values == _rowCount && nulls == _rowCount) return _writers[_column];
        throw new ArgumentException($"Column '{_writers[_column].Name}' was given {values} values and {nulls} null marks for a block of {_rowCount} rows.");
    }

    private void ThrowIfDone()
    {
        _appender.ThrowIfEnded();
        if (_done) throw new InvalidOperationException("The block was appended already. Begin the next one by CreateColumns().");
        if (!_appender.IsCurrent(this)) throw new InvalidOperationException("The block was given up: another block or row was begun after it.");
    }
}
