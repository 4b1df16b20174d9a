using System.Collections;

namespace CtmsAnalytics.DuckDb.Vectors;

/// <summary>A vector reader whose values are of one .NET type.</summary>
/// <typeparam name="TClr">The type of a value.</typeparam>
internal abstract class VectorReader<TClr>(string name, ColumnType type) : VectorReader(name, type)
    where TClr : notnull
{
    internal sealed override Type ClrType => typeof(TClr);

    internal sealed override object GetValue(int row) => Get(row);

    internal override IList ReadList(int offset, int length)
    {
        var values = new List<TClr>(length);
        for (var i = offset; i < offset + length; i++)
        {
            if (IsNull(i)) return ReadListWithNulls(offset, length);
            values.Add(Get(i));
        }
        return values;
    }

    protected abstract TClr Get(int row);

    // A list without NULLs is List<long>; one with them is List<long?>, so that no value stands in for "not there".
    private IList ReadListWithNulls(int offset, int length)
    {
        IList values = typeof(TClr).IsValueType
            ? (IList)Activator.CreateInstance(typeof(List<>).MakeGenericType(typeof(Nullable<>).MakeGenericType(typeof(TClr))), length)!
            : new List<TClr?>(length);
        for (var i = offset; i < offset + length; i++) values.Add(IsNull(i) ? null : Get(i));
        return values;
    }
}
