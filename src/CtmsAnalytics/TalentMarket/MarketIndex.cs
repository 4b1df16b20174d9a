using System.Globalization;
using CtmsAnalytics.Calendar;
using CtmsAnalytics.Diagnostics;

namespace CtmsAnalytics.TalentMarket;

/// <summary>How an index goes from one published day to the next.</summary>
public enum IndexCourse
{
    /// <summary>In a straight line of its logarithm: a price or cost that moves all the time.</summary>
    Line,

    /// <summary>In steps: a rate that is set on a day and holds until the next one, to the end of the calendar year of the last.</summary>
    Step,
}

/// <summary>A level of an index.</summary>
/// <param name="Day">Day that it refers to.</param>
/// <param name="Level">Level, above 0, in any unit.</param>
public readonly record struct IndexLevel(DateOnly Day, double Level);

/// <summary>A named index that wages are aged by, for example the Employment Cost Index.</summary>
public sealed class MarketIndex
{
    private readonly IndexLevel[] _levels;

    /// <summary>Prepares the index.</summary>
    /// <param name="name">Name, for example <c>ECI</c>.</param>
    /// <param name="course">How it goes from day to day.</param>
    /// <param name="levels">Levels in any order, at least one, each day once.</param>
    /// <exception cref="ArgumentException">There is no level, a day stands twice, or a level is not above 0.</exception>
    public MarketIndex(string name, IndexCourse course, IEnumerable<IndexLevel> levels)
    {
        ArgumentNullException.ThrowIfNull(levels);
        Name = name;
        Course = course;
        _levels = [.. levels.OrderBy(l => l.Day)];
        if (_levels.Length == 0) throw new ArgumentException($"The index {name} has no level.", nameof(levels));
        for (var i = 0; i < _levels.Length; i++)
        {
            if (!(_levels[i].Level > 0) || !double.IsFinite(_levels[i].Level)) throw new ArgumentException(Text($"The index {name} is {_levels[i].Level} on {_levels[i].Day:yyyy-MM-dd}. A level is a number above 0."), nameof(levels));
            if (i > 0 && _levels[i].Day == _levels[i - 1].Day) throw new ArgumentException(Text($"The index {name} has two levels for {_levels[i].Day:yyyy-MM-dd}."), nameof(levels));
        }
    }

    /// <summary>Name.</summary>
    public string Name { get; }

    /// <summary>How it goes from day to day.</summary>
    public IndexCourse Course { get; }

    /// <summary>Its levels, by day.</summary>
    public IReadOnlyList<IndexLevel> Levels => _levels;

    /// <summary>First day that it covers.</summary>
    public DateOnly From => _levels[0].Day;

    /// <summary>Last day that it covers.</summary>
    public DateOnly To => Course == IndexCourse.Step ? new DateOnly(_levels[^1].Day.Year, 12, 31) : _levels[^1].Day;

    /// <summary>What a wage of one day is multiplied by for another day.</summary>
    /// <param name="from">Day of the wage.</param>
    /// <param name="to">Day that it is aged to, before or after <paramref name="from"/>.</param>
    /// <param name="then">Growth a year on the days that the index does not reach, a fraction above −1; null to refuse them.</param>
    /// <returns>The factor, above 0.</returns>
    /// <exception cref="InputException">The index does not cover both days and no growth was given to go on with.</exception>
    public double Factor(DateOnly from, DateOnly to, double? then)
    {
        if (then is null && (Uncovered(from) ?? Uncovered(to)) is { } day)
        {
            throw new InputException(Text($"The index {Name} covers {From:yyyy-MM-dd} to {To:yyyy-MM-dd} and not {day:yyyy-MM-dd}: it cannot age wages from {from:yyyy-MM-dd} to {to:yyyy-MM-dd}. ")
                + "Give another --index, an earlier --date, or the growth a year to go on with, for example --then 3.5%.");
        }

        return At(to, then) / At(from, then);
    }

    /// <summary>Years between two days that the index does not cover.</summary>
    /// <param name="from">A day.</param>
    /// <param name="to">Another day.</param>
    /// <returns>Years, 0 or more.</returns>
    public double YearsBeyond(DateOnly from, DateOnly to)
    {
        var (first, last) = from <= to ? (from, to) : (to, from);
        var before = Math.Max(0, Math.Min(last.DayNumber, From.DayNumber) - first.DayNumber);
        var after = Math.Max(0, last.DayNumber - Math.Max(first.DayNumber, To.DayNumber));
        return (before + after) / MeanYear.Days;
    }

    private DateOnly? Uncovered(DateOnly day) => day < From || day > To ? day : null;

    private double At(DateOnly day, double? then)
    {
        if (day > To) return _levels[^1].Level * Math.Pow(1 + then!.Value, (day.DayNumber - To.DayNumber) / MeanYear.Days);
        if (day < From) return _levels[0].Level * Math.Pow(1 + then!.Value, (day.DayNumber - From.DayNumber) / MeanYear.Days);
        var at = Array.FindLastIndex(_levels, l => l.Day <= day);
        if (Course == IndexCourse.Step || at == _levels.Length - 1) return _levels[at].Level;
        var (low, high) = (_levels[at], _levels[at + 1]);
        var share = (double)(day.DayNumber - low.Day.DayNumber) / (high.Day.DayNumber - low.Day.DayNumber);
        return Math.Exp(Math.Log(low.Level) + (share * (Math.Log(high.Level) - Math.Log(low.Level))));
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
