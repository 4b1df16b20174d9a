using CtmsAnalytics.Charts.VegaLite;

namespace CtmsAnalytics.Charts.Layout;

/// <summary>An axis of amounts in the unit that suits them: dollars, thousands or millions.</summary>
/// <param name="CentsPerUnit">Cents of one unit of the axis.</param>
/// <param name="Unit">The unit as an axis title says it.</param>
/// <param name="Ticks">The values.</param>
internal sealed record MoneyAxis(double CentsPerUnit, string Unit, Ticks Ticks)
{
    private const double Dollar = 100d;
    private const double Thousand = 1_000 * Dollar;
    private const double Million = 1_000 * Thousand;

    /// <summary>Range of the axis.</summary>
    public Scale Scale => new([Ticks.Low, Ticks.High]);

    /// <summary>An axis that covers two amounts.</summary>
    /// <param name="low">Lowest amount, cents.</param>
    /// <param name="high">Highest amount, cents.</param>
    /// <param name="count">About how many steps.</param>
    public static MoneyAxis Cover(double low, double high, int count)
    {
        var (cents, unit) = Math.Max(Math.Abs(low), Math.Abs(high)) switch
        {
            >= Million => (Million, "$ millions"),
            >= Thousand => (Thousand, "$ thousands"),
            _ => (Dollar, "$"),
        };
        return new MoneyAxis(cents, unit, Ticks.Cover(low / cents, high / cents, count));
    }

    /// <summary>The place of an amount.</summary>
    public double At(double cents) => cents / CentsPerUnit;

    /// <summary>The axis.</summary>
    /// <param name="title">What the amounts are; the unit is added.</param>
    /// <param name="signed">Whether positive amounts carry a plus sign.</param>
    public Axis Axis(string title, bool signed = false) => new()
    {
        Title = $"{title}, {Unit}",
        Values = Ticks.Values,
        Format = Ticks.Format(signed),
        LabelExpr = signed ? "datum.value === 0 ? '0' : datum.label" : null,
        Grid = true,
        TitlePadding = 10,
    };
}
