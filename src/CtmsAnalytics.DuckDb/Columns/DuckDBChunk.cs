using CtmsAnalytics.DuckDb.Vectors;

namespace CtmsAnalytics.DuckDb;

/// <summary>
/// Up to 2,048 rows of a result as columns over DuckDB's own memory, nothing copied. It is valid until the next chunk is fetched and cannot leave the loop that
/// it came from.
/// </summary>
public readonly ref struct DuckDBChunk
{
    private readonly DuckDBDataReader _reader;
    private readonly int _generation;
    private readonly ref int _current;

    internal DuckDBChunk(DuckDBDataReader reader, int generation, ref int current)
    {
        _reader = reader;
        _generation = generation;
        _current = ref current;
    }

    /// <summary>How many rows the chunk has, 1 to 2,048.</summary>
    public int RowCount => Reader.ChunkRows;

    /// <summary>How many columns the chunk has.</summary>
    public int ColumnCount => Reader.FieldCount;

    private DuckDBDataReader Reader =>
        _generation == _current && _reader.Generation == _generation
            ? _reader
            : throw new InvalidOperationException("This chunk is gone: the next one was fetched, or the reader was closed. Use a chunk inside its turn of the loop only.");

    /// <summary>A column of numbers, as they are stored.</summary>
    /// <typeparam name="T">
    /// The storage: bool, the integer of the column's size (<see cref="Int128"/> for HUGEINT), float, double; for DECIMAL the integer of its width (short up to 4
    /// digits, int to 9, long to 18, Int128 to 38), to be divided by 10^<see cref="DuckDBColumn{T}.Scale"/>; for DATE int days, for TIME and TIMESTAMP long
    /// microseconds (see <see cref="DuckDBEpoch"/>); for ENUM the code (byte, ushort or uint) into <see cref="EnumLabels"/>; <see cref="DuckDBInterval"/>.
    /// </typeparam>
    /// <param name="ordinal">The column, from 0.</param>
    /// <returns>Its values and validity.</returns>
    /// <exception cref="InvalidCastException">The column's storage is another type; the message says which.</exception>
    /// <exception cref="InvalidOperationException">The chunk is gone.</exception>
    public unsafe DuckDBColumn<T> Column<T>(int ordinal)
        where T : unmanaged
    {
        var column = Reader.ChunkColumn(ordinal);
        if (column.StorageType != typeof(T)) throw WrongStorage(column, $"Column<{VectorReader.Friendly(typeof(T))}>");
        return new DuckDBColumn<T>(new ReadOnlySpan<T>(column.Data, _reader.ChunkRows), Mask(column, _reader.ChunkRows), column.Type.Scale);
    }

    /// <inheritdoc cref="Column{T}(int)" />
    /// <param name="name">The column's name.</param>
    public DuckDBColumn<T> Column<T>(string name)
        where T : unmanaged => Column<T>(Reader.GetOrdinal(name));

    /// <summary>A column of VARCHAR or BLOB, as bytes in place.</summary>
    /// <param name="ordinal">The column, from 0.</param>
    /// <returns>Its texts and validity.</returns>
    /// <exception cref="InvalidCastException">The column is of another type.</exception>
    /// <exception cref="InvalidOperationException">The chunk is gone.</exception>
    public unsafe DuckDBTextColumn Text(int ordinal)
    {
        var column = Reader.ChunkColumn(ordinal);
        if (column is not (TextVectorReader or BlobVectorReader)) throw WrongStorage(column, "Text");
        return new DuckDBTextColumn(column.Data, _reader.ChunkRows, Mask(column, _reader.ChunkRows));
    }

    /// <summary>A column of LIST of numbers, with the elements in place.</summary>
    /// <typeparam name="T">The storage of an element, as for <see cref="Column{T}(int)"/>.</typeparam>
    /// <param name="ordinal">The column, from 0.</param>
    /// <returns>Its lists and validity.</returns>
    /// <exception cref="InvalidCastException">The column is no LIST, or its elements are stored otherwise.</exception>
    /// <exception cref="InvalidOperationException">The chunk is gone.</exception>
    public unsafe DuckDBListColumn<T> List<T>(int ordinal)
        where T : unmanaged
    {
        var column = Reader.ChunkColumn(ordinal);
        if (column is not ListVectorReader list || list.Child.StorageType != typeof(T)) throw WrongStorage(column, $"List<{VectorReader.Friendly(typeof(T))}>");
        return new DuckDBListColumn<T>(
            column.Data,
            _reader.ChunkRows,
            new ReadOnlySpan<T>(list.Child.Data, list.ElementCount),
            Mask(column, _reader.ChunkRows),
            Mask(list.Child, list.ElementCount),
            list.Child.Type.Scale);
    }

    /// <summary>The labels of an ENUM column, by code.</summary>
    /// <param name="ordinal">The column, from 0.</param>
    /// <returns>The labels; the code 0 is the first.</returns>
    /// <exception cref="InvalidCastException">The column is no ENUM.</exception>
    public ReadOnlySpan<string> EnumLabels(int ordinal)
    {
        var column = Reader.ChunkColumn(ordinal);
        return column.Type.Id == DuckDBType.Enum ? column.Type.Labels : throw WrongStorage(column, "EnumLabels");
    }

    private static unsafe ReadOnlySpan<ulong> Mask(VectorReader column, int rows) =>
        column.Validity == null ? default : new ReadOnlySpan<ulong>(column.Validity, (rows + 63) / 64);

    private static InvalidCastException WrongStorage(VectorReader column, string asked)
    {
        var right = column switch
        {
            { StorageType: { } storage } => $"Column<{VectorReader.Friendly(storage)}>",
            TextVectorReader or BlobVectorReader => "Text",
            ListVectorReader { Child.StorageType: { } element } => $"List<{VectorReader.Friendly(element)}>",
            _ => "rows by Read(); this type has no columns",
        };
        return new InvalidCastException($"Column '{column.Name}' is {column.Type.Sql}, which {asked} does not read. Ask for {right}.");
    }
}
