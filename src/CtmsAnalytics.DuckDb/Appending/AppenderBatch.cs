using CtmsAnalytics.DuckDb.Native;

namespace CtmsAnalytics.DuckDb.Appending;

/// <summary>The chunks that go to DuckDB together: full ones, and a last one that may be partly filled.</summary>
internal sealed class AppenderBatch : IDisposable
{
    private readonly List<AppenderChunk> _chunks = [];

    internal int ChunkCount => _chunks.Count;

    internal AppenderChunk this[int index] => _chunks[index];

    internal void Add(AppenderChunk chunk) => _chunks.Add(chunk);

    internal NativeState AppendTo(AppenderHandle appender, int rows)
    {
        var state = NativeState.Success;
        for (var (chunk, left) = (0, rows); left > 0 && state == NativeState.Success; chunk++, left -= DuckDBAppender.ChunkCapacity)
            state = _chunks[chunk].AppendTo(appender, Math.Min(left, DuckDBAppender.ChunkCapacity));
        return state;
    }

    /// <summary>Forgets what was written to it.</summary>
    internal void Reset()
    {
        foreach (var chunk in _chunks) chunk.Reset();
    }

    public void Dispose()
    {
        foreach (var chunk in _chunks) chunk.Dispose();
    }
}
