namespace CtmsAnalytics.DuckDb.Native;

/// <summary>Between System.Decimal (96 bits, scale up to 28) and DuckDB's DECIMAL (128 bits, scale up to 38).</summary>
internal static class DecimalParts
{
    private const int MaxScale = 28;
    private static readonly Int128 Limit = (Int128)1 << 96;

    /// <summary>Composes a decimal exactly; false when it needs more digits than one has.</summary>
    internal static bool TryCompose(Int128 unscaled, byte scale, out decimal value)
    {
        var negative = unscaled < 0;
        var magnitude = negative ? -unscaled : unscaled;
        // Trailing zeros past the decimal's reach carry nothing.
        while (scale > 0 && (scale > MaxScale || magnitude >= Limit) && magnitude % 10 == 0)
        {
            magnitude /= 10;
            scale--;
        }
        if (scale > MaxScale || magnitude >= Limit)
        {
            value = 0;
            return false;
        }
        value = new decimal((int)(uint)(magnitude & uint.MaxValue), (int)(uint)((magnitude >> 32) & uint.MaxValue), (int)(uint)(magnitude >> 64), negative, scale);
        return true;
    }

    /// <summary>The integer and the scale of a decimal.</summary>
    internal static (Int128 Unscaled, byte Scale) Split(decimal value)
    {
        Span<int> bits = stackalloc int[4];
        decimal.GetBits(value, bits);
        var magnitude = (Int128)new UInt128((uint)bits[2], ((ulong)(uint)bits[1] << 32) | (uint)bits[0]);
        return (value < 0 ? -magnitude : magnitude, value.Scale);
    }

    /// <summary>The integer of a decimal at another scale; false when digits would be lost or 38 digits do not hold it.</summary>
    internal static bool TryRescale(decimal value, byte scale, out Int128 unscaled)
    {
        (unscaled, var from) = Split(value);
        for (; from > scale; from--)
        {
            if (unscaled % 10 != 0) return false;
            unscaled /= 10;
        }
        for (; from < scale; from++)
        {
            if (unscaled > Int128.MaxValue / 10 || unscaled < Int128.MinValue / 10) return false;
            unscaled *= 10;
        }
        return true;
    }

    /// <summary>Ten to the power of a width: the first integer that the width does not hold.</summary>
    internal static Int128 Bound(byte width)
    {
        Int128 bound = 1;
        for (var i = 0; i < width; i++) bound *= 10;
        return bound;
    }

    /// <summary>How many decimal digits an integer has; at least one.</summary>
    internal static byte Digits(Int128 value)
    {
        byte digits = 1;
        for (var rest = value < 0 ? -value : value; rest >= 10; rest /= 10) digits++;
        return digits;
    }
}
