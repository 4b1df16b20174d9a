using System.Globalization;
using System.Numerics;

namespace CtmsAnalytics.Workspace.Display;

/// <summary>How the numbers of a column are shown: alike, with thousands separators, and with as many decimals as their size calls for. Years have no separators.</summary>
internal static class ColumnNumbers
{
    private const double FirstYear = 1900;
    private const double LastYear = 2200;
    private const int Digits = 3;
    private const int MostDecimals = 9;

    /// <summary>The format of a column of numbers.</summary>
    /// <param name="values">Its values; what is no number is left out of account.</param>
    /// <returns>A numeric format string; null where there is no finite number, or one that is too large to tell.</returns>
    public static string? Format(IEnumerable<object?> values)
    {
        var numbers = values.Where(IsNumber).ToList();
        var sizes = numbers.Select(Size).Where(double.IsFinite).ToList();
        if (sizes.Count == 0) return null;
        if (numbers.TrueForAll(IsWhole)) return sizes.TrueForAll(s => s is >= FirstYear and <= LastYear) ? "0" : "N0";
        // Four digits of the largest number.
        var largest = sizes.Max();
        return "N" + Math.Clamp(largest > 0 ? Digits - (int)Math.Floor(Math.Log10(largest)) : 0, 0, MostDecimals).ToString(CultureInfo.InvariantCulture);
    }

    /// <summary>Whether a value is a number.</summary>
    public static bool IsNumber(object? value) => value is sbyte or byte or short or ushort or int or uint or long or ulong or Int128 or UInt128 or float or double or decimal or BigInteger;

    private static bool IsWhole(object? value) => value is not (float or double or decimal) || (Size(value) is var size && (!double.IsFinite(size) || size == Math.Truncate(size)));

    private static double Size(object? value) => value switch
    {
        BigInteger big => Math.Abs((double)big),
        Int128 wide => Math.Abs((double)wide),
        UInt128 wide => (double)wide,
        IConvertible number => Math.Abs(number.ToDouble(CultureInfo.InvariantCulture)),
        _ => double.NaN,
    };
}
