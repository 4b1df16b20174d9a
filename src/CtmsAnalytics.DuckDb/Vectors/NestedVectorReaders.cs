using System.Collections;
using CtmsAnalytics.DuckDb.Native;

namespace CtmsAnalytics.DuckDb.Vectors;

/// <summary>LIST and ARRAY: a child vector and, per row, where its elements lie.</summary>
internal abstract class SequenceVectorReader(string name, ColumnType type) : VectorReader(name, type)
{
    internal VectorReader Child { get; } = VectorReaderFactory.Create(name, type.Children[0]);

    internal override Type ClrType => typeof(List<>).MakeGenericType(Child.ClrType);

    /// <summary>Where a row's elements lie in the child vector.</summary>
    internal abstract (int Offset, int Length) Range(int row);

    internal override object GetValue(int row)
    {
        var (offset, length) = Range(row);
        return Child.ReadList(offset, length);
    }

    internal override object GetAs(int row, Type asked)
    {
        if (asked == typeof(object)) return GetValue(row);
        var element = asked.IsArray ? asked.GetElementType()! : asked.IsGenericType && asked.GetGenericArguments() is [var only] ? only : throw Mismatch(asked);
        var (offset, length) = Range(row);
        var values = Array.CreateInstance(element, length);
        for (var i = 0; i < length; i++)
        {
            if (!Child.IsNull(offset + i)) values.SetValue(Child.GetAs(offset + i, element), i);
            else if (element.IsValueType && Nullable.GetUnderlyingType(element) is null) throw Child.NullValue(element);
        }
        if (asked.IsInstanceOfType(values)) return values;
        var list = typeof(List<>).MakeGenericType(element);
        return asked.IsAssignableFrom(list) ? Activator.CreateInstance(list, values)! : throw Mismatch(asked);
    }

    internal override IList ReadList(int offset, int length)
    {
        var values = new List<object?>(length);
        for (var i = offset; i < offset + length; i++) values.Add(IsNull(i) ? null : GetValue(i));
        return values;
    }
}

/// <summary>LIST.</summary>
internal sealed unsafe class ListVectorReader(string name, ColumnType type) : SequenceVectorReader(name, type)
{
    internal int ElementCount { get; private set; }

    internal override void Bind(nint vector)
    {
        base.Bind(vector);
        ElementCount = vector == 0 ? 0 : (int)NativeMethods.ListSize(vector);
        Child.Bind(vector == 0 ? 0 : NativeMethods.ListChild(vector));
    }

    internal override (int Offset, int Length) Range(int row)
    {
        var entry = ((NativeListEntry*)Data)[row];
        return ((int)entry.Offset, (int)entry.Length);
    }
}

/// <summary>ARRAY: the elements of row r lie at r times the fixed length.</summary>
internal sealed class ArrayVectorReader(string name, ColumnType type) : SequenceVectorReader(name, type)
{
    internal override void Bind(nint vector)
    {
        base.Bind(vector);
        Child.Bind(vector == 0 ? 0 : NativeMethods.ArrayChild(vector));
    }

    internal override (int Offset, int Length) Range(int row) => (row * Type.ArraySize, Type.ArraySize);
}

/// <summary>STRUCT: one child vector per field, rows in step.</summary>
internal sealed class StructVectorReader(string name, ColumnType type) : VectorReader<Dictionary<string, object?>>(name, type)
{
    private readonly VectorReader[] _fields =
        [.. type.Children.Select((child, i) => VectorReaderFactory.Create($"{name}.{type.FieldNames[i]}", child))];

    internal override void Bind(nint vector)
    {
        base.Bind(vector);
        for (var i = 0; i < _fields.Length; i++) _fields[i].Bind(vector == 0 ? 0 : NativeMethods.StructChild(vector, (ulong)i));
    }

    protected override Dictionary<string, object?> Get(int row)
    {
        var value = new Dictionary<string, object?>(_fields.Length, StringComparer.Ordinal);
        for (var i = 0; i < _fields.Length; i++) value[Type.FieldNames[i]] = _fields[i].IsNull(row) ? null : _fields[i].GetValue(row);
        return value;
    }
}

/// <summary>MAP: a list of structs of key and value.</summary>
internal sealed unsafe class MapVectorReader(string name, ColumnType type) : VectorReader<Dictionary<object, object?>>(name, type)
{
    private readonly VectorReader _key = VectorReaderFactory.Create($"{name}.key", type.Children[0]);
    private readonly VectorReader _value = VectorReaderFactory.Create($"{name}.value", type.Children[1]);

    internal override void Bind(nint vector)
    {
        base.Bind(vector);
        var entries = vector == 0 ? 0 : NativeMethods.ListChild(vector);
        _key.Bind(entries == 0 ? 0 : NativeMethods.StructChild(entries, 0));
        _value.Bind(entries == 0 ? 0 : NativeMethods.StructChild(entries, 1));
    }

    protected override Dictionary<object, object?> Get(int row)
    {
        var entry = ((NativeListEntry*)Data)[row];
        var (offset, length) = ((int)entry.Offset, (int)entry.Length);
        var value = new Dictionary<object, object?>(length);
        for (var i = offset; i < offset + length; i++) value[_key.GetValue(i)] = _value.IsNull(i) ? null : _value.GetValue(i);
        return value;
    }
}

/// <summary>A type that this provider does not read. NULL is still told; anything else says how to get at the value.</summary>
internal sealed class UnsupportedVectorReader(string name, ColumnType type) : VectorReader<object>(name, type)
{
    internal override object GetAs(int row, Type asked) => Get(row);

    protected override object Get(int row) =>
        throw new NotSupportedException($"Column '{Name}' is {Type.Sql}, which this provider does not read. Read it as text: CAST({Name} AS VARCHAR).");
}
