using System.Buffers.Binary;
using System.Text;

namespace CtmsAnalytics.Simulation.Results;

/// <summary>Reads what <see cref="TallyWriter"/> wrote.</summary>
/// <param name="bytes">Everything before the SHA-256, which has been compared already.</param>
internal sealed class TallyReader(ReadOnlyMemory<byte> bytes)
{
    private const int PayloadBits = 7;
    private const byte More = 1 << PayloadBits;

    private int _at;

    public ReadOnlySpan<byte> Bytes(int count)
    {
        var read = bytes.Span.Slice(_at, count);
        _at += count;
        return read;
    }

    public ulong Unsigned()
    {
        var span = bytes.Span;
        var value = 0UL;
        for (var shift = 0; ; shift += PayloadBits)
        {
            var b = span[_at++];
            value |= (ulong)(b & (More - 1)) << shift;
            if (b < More) return value;
        }
    }

    public int Count() => checked((int)Unsigned());

    public long Signed()
    {
        var value = Unsigned();
        return (long)(value >> 1) ^ -(long)(value & 1);
    }

    public UInt128 Wide()
    {
        var low = Unsigned();
        return new UInt128(Unsigned(), low);
    }

    public double Real() => BinaryPrimitives.ReadDoubleLittleEndian(Bytes(sizeof(double)));

    public string Text() => Encoding.UTF8.GetString(Bytes(Count()));

    public T[] List<T>(Func<T> read)
    {
        var items = new T[Count()];
        for (var i = 0; i < items.Length; i++) items[i] = read();
        return items;
    }
}
