using System.Globalization;
using System.Numerics;
using CtmsAnalytics.Diagnostics;

namespace CtmsAnalytics.Workspace.Queries;

/// <summary>A column of a query's result.</summary>
/// <param name="Name">Its name.</param>
/// <param name="TypeName">DuckDB's name of its type, for example <c>BIGINT</c> or <c>DECIMAL(18,2)</c>.</param>
/// <param name="Type">Type of its values in .NET, for example <see cref="long"/>.</param>
/// <param name="Values">The values of the rows that are held, in their order; null where the database has none.</param>
public sealed record ResultColumn(string Name, string TypeName, Type Type, IReadOnlyList<object?> Values)
{
    /// <summary>The values as numbers, dates or text.</summary>
    /// <typeparam name="T">Type that is wanted, for example <see cref="double"/>; a nullable type where values may be missing.</typeparam>
    /// <returns>One entry for each row that is held.</returns>
    /// <exception cref="InputException">A value is missing and the type cannot say so, or a value is of another kind or out of range.</exception>
    public IReadOnlyList<T> As<T>() => [.. Values.Select(Convert<T>)];

    internal T Convert<T>(object? value)
    {
        if (value is T fitting) return fitting;
        var wanted = typeof(T);
        if (value is null)
        {
            return !wanted.IsValueType || Nullable.GetUnderlyingType(wanted) is not null
                ? default!
                : throw new InputException($"Column {Name} has no value in some row. Ask for {wanted.Name}? instead of {wanted.Name}, or leave such rows out of the query.");
        }

        try
        {
            // The sum of whole numbers is a number of any size, which only converts by its own rules.
            var number = value is BigInteger big ? (decimal)big : value;
            return (T)System.Convert.ChangeType(number, Nullable.GetUnderlyingType(wanted) ?? wanted, CultureInfo.InvariantCulture);
        }
        catch (Exception exception) when (exception is InvalidCastException or FormatException or OverflowException)
        {
            throw new InputException(FormattableString.Invariant($"Column {Name} ({TypeName}) has the value {value}, which is no {wanted.Name}. Ask for {Type.Name}."), exception);
        }
    }
}
