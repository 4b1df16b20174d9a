using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace CtmsAnalytics.Simulation.Results;

/// <summary>Writes numbers in as few bytes as they need, lowest first, and a SHA-256 of everything at the end.</summary>
/// <param name="stream">Where to.</param>
internal sealed class TallyWriter(Stream stream) : IDisposable
{
    private const int Flush = 1 << 16;
    private const int PayloadBits = 7;
    private const byte More = 1 << PayloadBits;

    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private readonly byte[] _buffer = new byte[Flush];
    private int _length;

    public void Bytes(ReadOnlySpan<byte> bytes)
    {
        while (!bytes.IsEmpty)
        {
            if (_length == Flush) Empty();
            var part = bytes[..Math.Min(bytes.Length, Flush - _length)];
            part.CopyTo(_buffer.AsSpan(_length));
            _length += part.Length;
            bytes = bytes[part.Length..];
        }
    }

    public void Unsigned(ulong value)
    {
        if (_length > Flush - (2 * sizeof(ulong))) Empty();
        for (; value >= More; value >>= PayloadBits) _buffer[_length++] = (byte)(value | More);
        _buffer[_length++] = (byte)value;
    }

    public void Count(int value) => Unsigned((ulong)value);

    public void Signed(long value) => Unsigned((ulong)((value << 1) ^ (value >> 63)));

    public void Wide(UInt128 value)
    {
        Unsigned((ulong)value);
        Unsigned((ulong)(value >> 64));
    }

    public void Real(double value)
    {
        Span<byte> bytes = stackalloc byte[sizeof(double)];
        BinaryPrimitives.WriteDoubleLittleEndian(bytes, value);
        Bytes(bytes);
    }

    public void Text(string value)
    {
        var bytes = Encoding.UTF8.GetBytes(value);
        Count(bytes.Length);
        Bytes(bytes);
    }

    public void List<T>(IReadOnlyList<T> items, Action<T> write)
    {
        Count(items.Count);
        foreach (var item in items) write(item);
    }

    public void Finish()
    {
        Empty();
        stream.Write(_hash.GetHashAndReset());
    }

    public void Dispose() => _hash.Dispose();

    private void Empty()
    {
        var bytes = _buffer.AsSpan(0, _length);
        _hash.AppendData(bytes);
        stream.Write(bytes);
        _length = 0;
    }
}
