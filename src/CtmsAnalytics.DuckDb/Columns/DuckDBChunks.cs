using System.Diagnostics.CodeAnalysis;
using CtmsAnalytics.DuckDb.Native;

namespace CtmsAnalytics.DuckDb;

/// <summary>The chunks of a result, for <c>foreach</c>.</summary>
public readonly ref struct DuckDBChunks
{
    private readonly DuckDBDataReader _reader;
    private readonly CancellationToken _cancellation;

    internal DuckDBChunks(DuckDBDataReader reader, CancellationToken cancellation) => (_reader, _cancellation) = (reader, cancellation);

    /// <summary>Begins the enumeration.</summary>
    /// <returns>The enumerator.</returns>
    public Enumerator GetEnumerator() => new(_reader, _cancellation);

    /// <summary>Goes through the chunks and keeps the memory of the current one, even where the reader or its connection is closed in the loop's body.</summary>
    public ref struct Enumerator : IDisposable
    {
        private readonly DuckDBDataReader _reader;
        private readonly CancellationToken _cancellation;
        private ChunkHandle? _chunk;
        private int _generation;

        internal Enumerator(DuckDBDataReader reader, CancellationToken cancellation)
        {
            reader.BeginChunks();
            (_reader, _cancellation) = (reader, cancellation);
        }

        /// <summary>
        /// The current chunk. It refers to the enumerator itself, by which the compiler keeps the chunk and every span that is taken from it inside the loop.
        /// </summary>
        /// <exception cref="InvalidOperationException">There is no current chunk.</exception>
        [UnscopedRef]
        public DuckDBChunk Current =>
            _chunk is null ? throw new InvalidOperationException("The enumeration stands on no chunk: call MoveNext() first.") : new DuckDBChunk(_reader, _reader.Generation, ref _generation);

        /// <summary>Fetches the next chunk; the one before is gone.</summary>
        /// <returns>False after the last chunk.</returns>
        /// <exception cref="DuckDBException">DuckDB reported an error.</exception>
        /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
        public bool MoveNext()
        {
            Dispose();
            var chunk = _reader.NextChunk(_cancellation);
            if (chunk is null) return false;
            var held = false;
            chunk.DangerousAddRef(ref held);
            _chunk = chunk;
            _generation = _reader.Generation;
            return true;
        }

        /// <summary>Lets the current chunk go.</summary>
        public void Dispose()
        {
            _chunk?.DangerousRelease();
            _chunk = null;
            _generation = -1;
        }
    }
}
