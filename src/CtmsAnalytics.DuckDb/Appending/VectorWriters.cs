using System.Buffers;
using System.Buffers.Binary;
using System.Collections;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Text.Unicode;
using CtmsAnalytics.DuckDb.Native;
using CtmsAnalytics.DuckDb.Vectors;

namespace CtmsAnalytics.DuckDb.Appending;

/// <summary>BOOLEAN.</summary>
internal sealed unsafe class BooleanVectorWriter(string name, ColumnType type) : VectorWriter(name, type)
{
    internal override Type StorageType => typeof(bool);

    internal override bool StoresValues => true;

    internal override void WriteBoolean(int row, bool value)
    {
        ((byte*)Data)[row] = value ? (byte)1 : (byte)0;
        MarkValid(row);
    }
}

/// <summary>Integers of 8 to 128 bits; a value outside the range is an error.</summary>
internal sealed unsafe class IntegerVectorWriter<T>(string name, ColumnType type) : VectorWriter(name, type)
    where T : unmanaged, IBinaryInteger<T>, IMinMaxValue<T>
{
    internal override Type StorageType => typeof(T);

    internal override bool StoresValues => true;

    internal override void WriteInt64(int row, long value) => Store(row, value);

    internal override void WriteUInt64(int row, ulong value) => Store(row, value);

    internal override void WriteInt128(int row, Int128 value) => Store(row, value);

    internal override void WriteUInt128(int row, UInt128 value) => Store(row, value);

    private void Store<TValue>(int row, TValue value)
        where TValue : unmanaged, IBinaryInteger<TValue>
    {
        var stored = T.CreateTruncating(value);
        if (TValue.CreateTruncating(stored) != value || T.IsNegative(stored) != TValue.IsNegative(value)) throw DoesNotFit(value);
        ((T*)Data)[row] = stored;
        MarkValid(row);
    }
}

/// <summary>FLOAT.</summary>
internal sealed unsafe class FloatVectorWriter(string name, ColumnType type) : VectorWriter(name, type)
{
    internal override Type StorageType => typeof(float);

    internal override bool StoresValues => true;

    internal override void WriteFloat(int row, float value)
    {
        ((float*)Data)[row] = value;
        MarkValid(row);
    }

    internal override void WriteInt64(int row, long value) => WriteFloat(row, value);
}

/// <summary>DOUBLE.</summary>
internal sealed unsafe class DoubleVectorWriter(string name, ColumnType type) : VectorWriter(name, type)
{
    internal override Type StorageType => typeof(double);

    internal override bool StoresValues => true;

    internal override void WriteDouble(int row, double value)
    {
        ((double*)Data)[row] = value;
        MarkValid(row);
    }

    internal override void WriteFloat(int row, float value) => WriteDouble(row, value);

    internal override void WriteInt64(int row, long value) => WriteDouble(row, value);
}

/// <summary>DECIMAL. Digits that the scale does not hold are an error, never rounded away.</summary>
internal sealed unsafe class DecimalVectorWriter<T>(string name, ColumnType type) : VectorWriter(name, type)
    where T : unmanaged, IBinaryInteger<T>
{
    private readonly byte _scale = type.Scale;
    private readonly Int128 _bound = DecimalParts.Bound(type.Width);
    private readonly Int128 _unit = DecimalParts.Bound(type.Scale);

    internal override Type StorageType => typeof(T);

    internal override void WriteDecimal(int row, decimal value)
    {
        if (!DecimalParts.TryRescale(value, _scale, out var unscaled)) throw DoesNotFit(value);
        Store(row, unscaled, value);
    }

    internal override void WriteInt64(int row, long value)
    {
        if (Int128.Abs(value) > Int128.MaxValue / _unit) throw DoesNotFit(value);
        Store(row, value * _unit, value);
    }

    internal override void WriteUInt64(int row, ulong value) => WriteDecimal(row, value);

    private void Store<TValue>(int row, Int128 unscaled, TValue value)
        where TValue : notnull
    {
        if (unscaled >= _bound || unscaled <= -_bound) throw DoesNotFit(value);
        ((T*)Data)[row] = T.CreateTruncating(unscaled);
        MarkValid(row);
    }
}

/// <summary>DATE.</summary>
internal sealed unsafe class DateVectorWriter(string name, ColumnType type) : VectorWriter(name, type)
{
    internal override Type StorageType => typeof(int);

    internal override void WriteDateOnly(int row, DateOnly value)
    {
        ((int*)Data)[row] = DuckDBEpoch.FromDateOnly(value);
        MarkValid(row);
    }
}

/// <summary>TIME.</summary>
internal sealed unsafe class TimeVectorWriter(string name, ColumnType type) : VectorWriter(name, type)
{
    internal override Type StorageType => typeof(long);

    internal override void WriteTimeOnly(int row, TimeOnly value)
    {
        ((long*)Data)[row] = DuckDBEpoch.FromTimeOnly(value);
        MarkValid(row);
    }
}

/// <summary>TIMESTAMP in any unit, and TIMESTAMP WITH TIME ZONE. Parts that the unit does not hold are cut off.</summary>
internal sealed unsafe class TimestampVectorWriter(string name, ColumnType type) : VectorWriter(name, type)
{
    private readonly DuckDBType _id = type.Id;

    internal override Type StorageType => typeof(long);

    internal override void WriteDateTime(int row, DateTime value)
    {
        // An instant made of a wall clock would depend on the machine's time zone.
        if (_id == DuckDBType.TimestampTz && value.Kind != DateTimeKind.Utc) throw Mismatch(typeof(DateTime));
        ((long*)Data)[row] = _id switch
        {
            DuckDBType.TimestampS => FloorDivide(value.Ticks - DateTime.UnixEpoch.Ticks, TimeSpan.TicksPerSecond),
            DuckDBType.TimestampMs => FloorDivide(value.Ticks - DateTime.UnixEpoch.Ticks, TimeSpan.TicksPerMillisecond),
            DuckDBType.TimestampNs => Nanoseconds(value),
            _ => DuckDBEpoch.FromDateTime(value),
        };
        MarkValid(row);
    }

    internal override void WriteDateTimeOffset(int row, DateTimeOffset value)
    {
        if (_id != DuckDBType.TimestampTz) throw Mismatch(typeof(DateTimeOffset));
        WriteDateTime(row, value.UtcDateTime);
    }

    private static long FloorDivide(long value, long unit)
    {
        var (whole, rest) = Math.DivRem(value, unit);
        return rest < 0 ? whole - 1 : whole;
    }

    private long Nanoseconds(DateTime value)
    {
        var nanoseconds = (Int128)(value.Ticks - DateTime.UnixEpoch.Ticks) * TimeSpan.NanosecondsPerTick;
        return nanoseconds > long.MinValue && nanoseconds < long.MaxValue ? (long)nanoseconds : throw DoesNotFit(value);
    }
}

/// <summary>INTERVAL.</summary>
internal sealed unsafe class IntervalVectorWriter(string name, ColumnType type) : VectorWriter(name, type)
{
    internal override Type StorageType => typeof(DuckDBInterval);

    internal override bool StoresValues => true;

    internal override void WriteInterval(int row, DuckDBInterval value)
    {
        ((DuckDBInterval*)Data)[row] = value;
        MarkValid(row);
    }
}

/// <summary>VARCHAR. A text is encoded straight into its place, or into memory that DuckDB gave for many texts at once: no copy and no call for each.</summary>
internal sealed unsafe class TextVectorWriter(string name, ColumnType type) : VectorWriter(name, type)
{
    private const int SlabSize = 16_384;
    private static readonly byte[] Blank = new byte[SlabSize];

    private byte* _slab;
    private int _slabLeft;

    internal override void Bind(nint vector)
    {
        base.Bind(vector);
        _slabLeft = 0;
    }

    internal override void WriteText(int row, ReadOnlySpan<char> value)
    {
        var place = (NativeString*)Data + row;
        if (value.Length > NativeString.InlineCapacity || !TryWriteInline(place, value)) WriteLong(place, row, value);
        MarkValid(row);
    }

    internal override void WriteTexts(ReadOnlySpan<string?> values)
    {
        for (var i = 0; i < values.Length; i++)
        {
            if (values[i] is { } value) WriteText(i, value);
            else WriteNull(i);
        }
    }

    private static bool TryWriteInline(NativeString* place, ReadOnlySpan<char> value)
    {
        // The unused bytes are zero: DuckDB compares short strings by all sixteen.
        *place = default;
        var status = Utf8.FromUtf16(value, new Span<byte>(place->Inlined, NativeString.InlineCapacity), out _, out var length, replaceInvalidSequences: false);
        place->Length = (uint)length;
        return status == OperationStatus.Done;
    }

    private void WriteLong(NativeString* place, int row, ReadOnlySpan<char> value)
    {
        var room = NativeText.Utf8.GetMaxByteCount(value.Length);
        if (room > SlabSize / 4)
        {
            var bytes = ArrayPool<byte>.Shared.Rent(room);
            StringStore.Write(place, Vector, row, bytes.AsSpan(0, Encode(value, bytes)));
            ArrayPool<byte>.Shared.Return(bytes);
            return;
        }
        if (room > _slabLeft)
        {
            // A string of blanks is DuckDB's way to give memory that lives as long as the vector's contents. Its place is written again below.
            fixed (byte* blank = Blank) NativeMethods.AssignString(Vector, (ulong)row, blank, SlabSize);
            _slab = place->Pointer;
            _slabLeft = SlabSize;
        }
        var length = Encode(value, new Span<byte>(_slab, _slabLeft));
        *place = default;
        place->Length = (uint)length;
        if (length <= NativeString.InlineCapacity)
        {
            new ReadOnlySpan<byte>(_slab, length).CopyTo(new Span<byte>(place->Inlined, NativeString.InlineCapacity));
            return;
        }
        // Its first four bytes stand beside the length too.
        Unsafe.CopyBlockUnaligned(place->Inlined, _slab, sizeof(uint));
        place->Pointer = _slab;
        _slab += length;
        _slabLeft -= length;
    }

    private int Encode(ReadOnlySpan<char> value, Span<byte> bytes)
    {
        // Room is made for the longest form, so only half of a surrogate pair can stop it.
        if (Utf8.FromUtf16(value, bytes, out var read, out var written, replaceInvalidSequences: false) == OperationStatus.Done) return written;
        throw new ArgumentException($"The text for column '{Name}' has half of a surrogate pair at position {read}, which is not a Unicode character. Repair the text first.");
    }
}

/// <summary>BLOB.</summary>
internal sealed unsafe class BlobVectorWriter(string name, ColumnType type) : VectorWriter(name, type)
{
    internal override void WriteBytes(int row, ReadOnlySpan<byte> value)
    {
        StringStore.Write((NativeString*)Data + row, Vector, row, value);
        MarkValid(row);
    }
}

/// <summary>UUID.</summary>
internal sealed unsafe class UuidVectorWriter(string name, ColumnType type) : VectorWriter(name, type)
{
    internal override void WriteGuid(int row, Guid value)
    {
        Span<byte> bytes = stackalloc byte[16];
        value.TryWriteBytes(bytes, bigEndian: true, out _);
        ((NativeHugeInt*)Data)[row] = new NativeHugeInt(BinaryPrimitives.ReadUInt64BigEndian(bytes[8..]), BinaryPrimitives.ReadUInt64BigEndian(bytes) ^ (1UL << 63));
        MarkValid(row);
    }
}

/// <summary>ENUM, by label.</summary>
internal sealed unsafe class EnumVectorWriter<T> : VectorWriter
    where T : unmanaged, IBinaryInteger<T>
{
    private readonly Dictionary<string, T>.AlternateLookup<ReadOnlySpan<char>> _codes;

    internal EnumVectorWriter(string name, ColumnType type)
        : base(name, type)
    {
        var codes = new Dictionary<string, T>(type.Labels.Length, StringComparer.Ordinal);
        for (var i = 0; i < type.Labels.Length; i++) codes[type.Labels[i]] = T.CreateTruncating(i);
        _codes = codes.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    internal override Type StorageType => typeof(T);

    internal override void WriteText(int row, ReadOnlySpan<char> value)
    {
        if (!_codes.TryGetValue(value, out var code))
            throw new ArgumentException($"'{value}' is not a label of column '{Name}' (ENUM). Its labels are: {string.Join(", ", Type.Labels.Take(20))}{(Type.Labels.Length > 20 ? ", ..." : "")}.");
        ((T*)Data)[row] = code;
        MarkValid(row);
    }
}

/// <summary>LIST: the elements of all rows follow each other in the child vector, which grows as it must.</summary>
internal sealed unsafe class ListVectorWriter(string name, ColumnType type) : VectorWriter(name, type)
{
    private readonly VectorWriter _child = VectorWriterFactory.Create(name, type.Children[0]);
    private int _count;
    private int _capacity;

    internal override void Bind(nint vector)
    {
        base.Bind(vector);
        _count = 0;
        _capacity = 0;
    }

    internal override void WriteList(int row, IEnumerable value)
    {
        var elements = value as IList ?? value.Cast<object?>().ToList();
        var needed = _count + elements.Count;
        if (needed > _capacity)
        {
            var capacity = Math.Max(needed, Math.Max(2048, _capacity * 2));
            if (NativeMethods.ReserveList(Vector, (ulong)capacity) != NativeState.Success) throw new InsufficientMemoryException($"No memory for {capacity} list elements of column '{Name}'.");
            // Growing moves the child's memory; what was written to it stays.
            if (_capacity == 0) _child.Bind(NativeMethods.ListChild(Vector));
            else _child.Rebind(NativeMethods.ListChild(Vector));
            _capacity = capacity;
        }
        for (var i = 0; i < elements.Count; i++) _child.WriteObject(_count + i, elements[i]);
        ((NativeListEntry*)Data)[row] = new NativeListEntry((ulong)_count, (ulong)elements.Count);
        _count = needed;
        NativeMethods.SetListSize(Vector, (ulong)_count);
        MarkValid(row);
    }

    protected override void OnNull(int row) => ((NativeListEntry*)Data)[row] = default;
}

/// <summary>A type that the appender does not write; NULL it does.</summary>
internal sealed class UnsupportedVectorWriter(string name, ColumnType type) : VectorWriter(name, type);

/// <summary>Bytes into a string place of a vector.</summary>
internal static unsafe class StringStore
{
    internal static void Write(NativeString* place, nint vector, int row, ReadOnlySpan<byte> value)
    {
        if (value.Length <= NativeString.InlineCapacity)
        {
            // The unused bytes are zero: DuckDB compares short strings by all sixteen.
            *place = default;
            place->Length = (uint)value.Length;
            value.CopyTo(new Span<byte>(place->Inlined, NativeString.InlineCapacity));
            return;
        }
        fixed (byte* data = value) NativeMethods.AssignString(vector, (ulong)row, data, (ulong)value.Length);
    }
}
