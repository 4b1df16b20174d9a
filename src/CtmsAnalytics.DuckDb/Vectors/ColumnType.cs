using System.Globalization;
using CtmsAnalytics.DuckDb.Native;

namespace CtmsAnalytics.DuckDb.Vectors;

/// <summary>A logical type, read once per result or appender: everything that a reader or writer of its vectors needs.</summary>
internal sealed unsafe class ColumnType
{
    private ColumnType(DuckDBType id) => Id = id;

    internal DuckDBType Id { get; }

    /// <summary>As SQL writes it, for messages: <c>DECIMAL(18,2)</c>, <c>INTEGER[]</c>.</summary>
    internal string Sql { get; private init; } = "";

    /// <summary>The physical type of a DECIMAL or an ENUM; otherwise the type itself.</summary>
    internal DuckDBType Internal { get; private init; }

    internal byte Width { get; private init; }

    internal byte Scale { get; private init; }

    internal string[] Labels { get; private init; } = [];

    internal string[] FieldNames { get; private init; } = [];

    /// <summary>The element of a list or array, key and value of a map, the fields of a struct.</summary>
    internal ColumnType[] Children { get; private init; } = [];

    internal int ArraySize { get; private init; }

    /// <summary>Takes the native type over and frees it.</summary>
    internal static ColumnType Take(nint nativeType)
    {
        using var type = new LogicalTypeHandle(nativeType);
        var id = NativeMethods.TypeId(type);
        switch (id)
        {
            case DuckDBType.Decimal:
                var (width, scale) = (NativeMethods.DecimalWidth(type), NativeMethods.DecimalScale(type));
                return new ColumnType(id)
                {
                    Sql = string.Create(CultureInfo.InvariantCulture, $"DECIMAL({width},{scale})"),
                    Internal = NativeMethods.DecimalInternalType(type),
                    Width = width,
                    Scale = scale,
                };
            case DuckDBType.Enum:
                var labels = new string[NativeMethods.EnumDictionarySize(type)];
                for (var i = 0; i < labels.Length; i++) labels[i] = NativeText.Owned(NativeMethods.EnumDictionaryValue(type, (ulong)i));
                return new ColumnType(id) { Sql = "ENUM", Internal = NativeMethods.EnumInternalType(type), Labels = labels };
            case DuckDBType.List:
                var element = Take(NativeMethods.ListChildType(type));
                return new ColumnType(id) { Sql = $"{element.Sql}[]", Internal = id, Children = [element] };
            case DuckDBType.Array:
                var item = Take(NativeMethods.ArrayChildType(type));
                var size = (int)NativeMethods.ArraySize(type);
                return new ColumnType(id)
                {
                    Sql = string.Create(CultureInfo.InvariantCulture, $"{item.Sql}[{size}]"),
                    Internal = id,
                    Children = [item],
                    ArraySize = size,
                };
            case DuckDBType.Map:
                var (key, value) = (Take(NativeMethods.MapKeyType(type)), Take(NativeMethods.MapValueType(type)));
                return new ColumnType(id) { Sql = $"MAP({key.Sql}, {value.Sql})", Internal = id, Children = [key, value] };
            case DuckDBType.Struct:
                return TakeStruct(type);
            default:
                return new ColumnType(id) { Sql = NameOf(id), Internal = id };
        }
    }

    private static ColumnType TakeStruct(LogicalTypeHandle type)
    {
        var count = (int)NativeMethods.StructChildCount(type);
        var (names, fields) = (new string[count], new ColumnType[count]);
        for (var i = 0; i < count; i++)
        {
            names[i] = NativeText.Owned(NativeMethods.StructChildName(type, (ulong)i));
            fields[i] = Take(NativeMethods.StructChildType(type, (ulong)i));
        }
        var members = names.Zip(fields, (name, field) => $"{name} {field.Sql}");
        return new ColumnType(DuckDBType.Struct) { Sql = $"STRUCT({string.Join(", ", members)})", Internal = DuckDBType.Struct, FieldNames = names, Children = fields };
    }

    private static string NameOf(DuckDBType id) => id switch
    {
        DuckDBType.UnsignedTinyInt => "UTINYINT",
        DuckDBType.UnsignedSmallInt => "USMALLINT",
        DuckDBType.UnsignedInteger => "UINTEGER",
        DuckDBType.UnsignedBigInt => "UBIGINT",
        DuckDBType.UnsignedHugeInt => "UHUGEINT",
        DuckDBType.TimestampS => "TIMESTAMP_S",
        DuckDBType.TimestampMs => "TIMESTAMP_MS",
        DuckDBType.TimestampNs => "TIMESTAMP_NS",
        DuckDBType.TimestampTz => "TIMESTAMPTZ",
        DuckDBType.TimeTz => "TIMETZ",
        DuckDBType.TimeNs => "TIME_NS",
        DuckDBType.SqlNull => "NULL",
        _ => id.ToString().ToUpperInvariant(),
    };
}
