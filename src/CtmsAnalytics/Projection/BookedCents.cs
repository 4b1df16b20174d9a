using CtmsAnalytics.Budget;
using CtmsAnalytics.Calendar;

namespace CtmsAnalytics.Projection;

/// <summary>Amounts by quarter of the horizon, kind of employment and component. Cents.</summary>
internal sealed class BookedCents(int fiscalYears)
{
    private static readonly int Components = Enum.GetValues<Component>().Length;
    private static readonly int Employments = Enum.GetValues<Employment>().Length;
    private readonly long[] _cents = new long[fiscalYears * PayCalendar.Quarters * Employments * Components];

    public void Add(int quarter, Employment employment, Component component, long cents) => _cents[Index(quarter, employment, component)] += cents;

    public void Add(BookedCents other)
    {
        for (var i = 0; i < _cents.Length; i++) _cents[i] = checked(_cents[i] + other._cents[i]);
    }

    /// <summary>Amounts other than zero by year and component.</summary>
    public IEnumerable<(int Year, Component Component, long Cents)> ByYear()
    {
        for (var year = 0; year < fiscalYears; year++)
        {
            for (var component = 0; component < Components; component++)
            {
                var sum = 0L;
                for (var slot = year * PayCalendar.Quarters * Employments; slot < (year + 1) * PayCalendar.Quarters * Employments; slot++) sum = checked(sum + _cents[(slot * Components) + component]);
                if (sum != 0) yield return (year, (Component)component, sum);
            }
        }
    }

    /// <summary>Amounts other than zero of a quarter.</summary>
    public IEnumerable<(Employment Employment, Component Component, long Cents)> InQuarter(int quarter)
    {
        for (var employment = 0; employment < Employments; employment++)
        {
            for (var component = 0; component < Components; component++)
            {
                var cents = _cents[Index(quarter, (Employment)employment, (Component)component)];
                if (cents != 0) yield return ((Employment)employment, (Component)component, cents);
            }
        }
    }

    private static int Index(int quarter, Employment employment, Component component) => (((quarter * Employments) + (int)employment) * Components) + (int)component;
}
