using CtmsAnalytics.Statistics;

namespace CtmsAnalytics.InternalEquity;

/// <summary>Tells the internal equity of a workforce (158.404(a)): place in the range, compression and inversion between levels and between new and longer-serving people.</summary>
public static class InternalEquityAnalysis
{
    private const double LowerQuartile = 1 / 4d;
    private const double UpperQuartile = 3 / 4d;

    /// <summary>Analyses a workforce.</summary>
    /// <param name="name">Name of the scenario.</param>
    /// <param name="date">The day.</param>
    /// <param name="people">Everybody, in any order, at least one person.</param>
    /// <param name="levels">Work levels in the order of the structure.</param>
    /// <param name="ladders">Each level and the next one of its ladder.</param>
    /// <param name="parameters">Who is new.</param>
    /// <param name="dimensions">What people are grouped by.</param>
    /// <returns>The position.</returns>
    /// <exception cref="ArgumentException">There is nobody.</exception>
    public static InternalEquityPosition Of(
        string name,
        DateOnly date,
        IReadOnlyList<EquityPerson> people,
        IReadOnlyList<string> levels,
        IReadOnlyList<(string Lower, string Upper)> ladders,
        InternalEquityParameters parameters,
        IReadOnlyList<EquityDimension> dimensions)
    {
        ArgumentNullException.ThrowIfNull(people);
        ArgumentNullException.ThrowIfNull(levels);
        ArgumentNullException.ThrowIfNull(ladders);
        ArgumentNullException.ThrowIfNull(parameters);
        ArgumentNullException.ThrowIfNull(dimensions);
        if (people.Count == 0) throw new ArgumentException("There is nobody to compare. Give at least one person.", nameof(people));
        var ordered = people.OrderBy(p => p.PersonId, StringComparer.Ordinal).ToList();
        var byLevel = ordered.GroupBy(p => p.WorkLevel, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.ToList(), StringComparer.Ordinal);
        List<string> known = [.. levels.Where(byLevel.ContainsKey), .. byLevel.Keys.Except(levels).Order(StringComparer.Ordinal)];
        return new InternalEquityPosition(
            name,
            date,
            Group(null, "Everybody", ordered, ladders, parameters),
            [.. known.Select(l => Pay(l, byLevel[l]))],
            [.. ladders.Select(s => Step(s.Lower, s.Upper, byLevel.GetValueOrDefault(s.Lower, []), byLevel.GetValueOrDefault(s.Upper, [])))],
            [.. known.Select(l => Tenure(l, byLevel[l], parameters))],
            [.. dimensions.Distinct().SelectMany(d => Groups(d, ordered, known, ladders, parameters))],
            ordered);
    }

    private static IEnumerable<EquityGroup> Groups(
        EquityDimension dimension, List<EquityPerson> people, List<string> levels, IReadOnlyList<(string Lower, string Upper)> ladders, InternalEquityParameters parameters) =>
        people.Select(p => (Person: p, Value: Value(p, dimension))).Where(p => p.Value is not null).GroupBy(p => p.Value!, StringComparer.Ordinal)
            .OrderBy(g => dimension == EquityDimension.Level ? levels.IndexOf(g.Key) : 0).ThenBy(g => g.Key, StringComparer.Ordinal)
            .Select(g => Group(dimension, g.Key, [.. g.Select(p => p.Person)], ladders, parameters));

    private static string? Value(EquityPerson person, EquityDimension dimension) => dimension switch
    {
        EquityDimension.Level => person.WorkLevel,
        EquityDimension.Track => person.Track,
        EquityDimension.Specialisation => person.Specialisation,
        EquityDimension.Component => person.Component,
        EquityDimension.Organisation => person.Organisation,
        EquityDimension.Market => person.Market,
        _ => person.Worksite,
    };

    private static EquityGroup Group(EquityDimension? dimension, string value, List<EquityPerson> people, IReadOnlyList<(string Lower, string Upper)> ladders, InternalEquityParameters parameters)
    {
        var ratios = people.Select(p => p.CompaRatio).Order().ToArray();
        var levels = people.ToLookup(p => p.WorkLevel, StringComparer.Ordinal);
        return new EquityGroup(
            dimension,
            value,
            people.Count,
            LinearQuantile.At(ratios, 1 / 2d),
            LinearQuantile.At(ratios, LowerQuartile),
            LinearQuantile.At(ratios, UpperQuartile),
            ratios.Average(),
            people.OrderBy(p => p.SalaryCompaRatio).Average(p => p.SalaryCompaRatio),
            people.OrderBy(p => p.RangePenetration).Average(p => p.RangePenetration),
            ladders.Sum(s => InversionCounter.Above(Pays(levels[s.Lower], PayBasis.Structure), Pays(levels[s.Upper], PayBasis.Structure)).Pairs),
            levels.Sum(l => Overtaking(l, parameters, PayBasis.Structure).Inverted));
    }

    private static LevelPay Pay(string level, List<EquityPerson> people)
    {
        var pay = Sorted(people);
        return new LevelPay(level, people.Count, people.Min(p => p.Minimum), people.Max(p => p.Maximum), LinearQuantile.At(pay, LowerQuartile), LinearQuantile.At(pay, 1 / 2d), LinearQuantile.At(pay, UpperQuartile));
    }

    private static LevelStep Step(string lower, string upper, List<EquityPerson> below, List<EquityPerson> above)
    {
        var (low, high) = (Sorted(below), Sorted(above));
        var isCompared = low.Length > 0 && high.Length > 0;
        var (pairs, lowerAbove, upperBelow) = InversionCounter.Above(Pays(below, PayBasis.Structure), Pays(above, PayBasis.Structure));
        return new LevelStep(
            lower,
            upper,
            below.Count,
            above.Count,
            isCompared ? LinearQuantile.At(low, 1 / 2d) / LinearQuantile.At(high, 1 / 2d) : null,
            isCompared ? low.Average() / high.Average() : null,
            isCompared ? LinearQuantile.At(high, LowerQuartile) - LinearQuantile.At(low, UpperQuartile) : null,
            pairs,
            lowerAbove,
            upperBelow,
            InversionCounter.Above(Pays(below, PayBasis.Salary), Pays(above, PayBasis.Salary)).Pairs);
    }

    private static TenureStep Tenure(string level, List<EquityPerson> people, InternalEquityParameters parameters)
    {
        var newcomers = people.Where(p => p.ServiceYears < parameters.NewServiceYears).ToList();
        var served = people.Where(p => p.ServiceYears >= parameters.NewServiceYears).ToList();
        var (some, others) = (Sorted(newcomers), Sorted(served));
        var isCompared = some.Length > 0 && others.Length > 0;
        var (pairs, inverted, overtaken) = Overtaking(people, parameters, PayBasis.Structure);
        return new TenureStep(
            level,
            newcomers.Count,
            served.Count,
            isCompared ? LinearQuantile.At(some, 1 / 2d) / LinearQuantile.At(others, 1 / 2d) : null,
            isCompared ? some.Average() / others.Average() : null,
            pairs,
            inverted,
            overtaken,
            Overtaking(people, parameters, PayBasis.Salary).Inverted);
    }

    private static (long Pairs, long Inverted, int Overtaken) Overtaking(IEnumerable<EquityPerson> people, InternalEquityParameters parameters, PayBasis basis)
    {
        var isNew = people.ToLookup(p => p.ServiceYears < parameters.NewServiceYears, p => (p.Pay(basis), p.Rating));
        return InversionCounter.Overtaking([.. isNew[true]], [.. isNew[false]]);
    }

    private static List<long> Pays(IEnumerable<EquityPerson> people, PayBasis basis) => [.. people.Select(p => p.Pay(basis))];

    private static double[] Sorted(List<EquityPerson> people) => [.. people.Select(p => (double)p.StructureSalary).Order()];
}
