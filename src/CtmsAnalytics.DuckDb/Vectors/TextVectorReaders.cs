using System.Buffers.Binary;
using System.Numerics;
using System.Text;
using CtmsAnalytics.DuckDb.Native;

namespace CtmsAnalytics.DuckDb.Vectors;

/// <summary>VARCHAR.</summary>
internal sealed unsafe class TextVectorReader(string name, ColumnType type) : VectorReader<string>(name, type)
{
    internal override string GetString(int row) => Encoding.UTF8.GetString(NativeString.Bytes((NativeString*)Data + row));

    internal override ReadOnlySpan<byte> GetBytes(int row) => NativeString.Bytes((NativeString*)Data + row);

    internal override object GetAs(int row, Type asked)
    {
        var target = Nullable.GetUnderlyingType(asked) ?? asked;
        // A column of one-character codes is common enough to be read as char.
        if (target == typeof(char) && GetString(row) is [var only]) return only;
        return target == typeof(byte[]) ? throw Mismatch(asked) : base.GetAs(row, asked);
    }

    protected override string Get(int row) => GetString(row);
}

/// <summary>BLOB.</summary>
internal sealed unsafe class BlobVectorReader(string name, ColumnType type) : VectorReader<byte[]>(name, type)
{
    internal override ReadOnlySpan<byte> GetBytes(int row) => NativeString.Bytes((NativeString*)Data + row);

    protected override byte[] Get(int row) => GetBytes(row).ToArray();
}

/// <summary>UUID: 128 bits, the uppermost flipped so that they sort as signed integers.</summary>
internal sealed unsafe class UuidVectorReader(string name, ColumnType type) : VectorReader<Guid>(name, type)
{
    internal override Guid GetGuid(int row)
    {
        var value = ((NativeHugeInt*)Data)[row];
        Span<byte> bytes = stackalloc byte[16];
        BinaryPrimitives.WriteUInt64BigEndian(bytes, value.Upper ^ (1UL << 63));
        BinaryPrimitives.WriteUInt64BigEndian(bytes[8..], value.Lower);
        return new Guid(bytes, bigEndian: true);
    }

    protected override Guid Get(int row) => GetGuid(row);
}

/// <summary>ENUM: a code of 8 to 32 bits into the type's labels.</summary>
internal sealed unsafe class EnumVectorReader<T>(string name, ColumnType type) : VectorReader<string>(name, type)
    where T : unmanaged, IBinaryInteger<T>
{
    private readonly string[] _labels = type.Labels;

    internal override Type StorageType => typeof(T);

    internal override string GetString(int row) => Get(row);

    internal override object GetAs(int row, Type asked)
    {
        var target = Nullable.GetUnderlyingType(asked) ?? asked;
        if (!target.IsEnum) return base.GetAs(row, asked);
        return Enum.TryParse(target, Get(row), ignoreCase: false, out var value) ? value : throw Mismatch(asked);
    }

    protected override string Get(int row) => _labels[int.CreateTruncating(((T*)Data)[row])];
}
