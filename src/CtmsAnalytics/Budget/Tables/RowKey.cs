namespace CtmsAnalytics.Budget.Tables;

/// <summary>The texts that say what a row is, compared one after the other in ordinal order.</summary>
internal sealed class RowKey(IReadOnlyList<string> values) : IComparable<RowKey>, IEquatable<RowKey>
{
    public IReadOnlyList<string> Values => values;

    public int CompareTo(RowKey? other)
    {
        if (other is null) return 1;
        for (var i = 0; i < values.Count; i++)
        {
            var order = string.CompareOrdinal(values[i], other.Values[i]);
            if (order != 0) return order;
        }

        return 0;
    }

    public bool Equals(RowKey? other) => other is not null && values.SequenceEqual(other.Values, StringComparer.Ordinal);

    public override bool Equals(object? obj) => Equals(obj as RowKey);

    public override int GetHashCode() => values.Aggregate(0, (hash, value) => HashCode.Combine(hash, value));
}
