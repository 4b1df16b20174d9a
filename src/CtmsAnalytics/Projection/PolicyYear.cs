using CtmsAnalytics.Numerics;
using CtmsAnalytics.Parameters;
using CtmsAnalytics.Scenarios;

namespace CtmsAnalytics.Projection;

/// <summary>A policy compiled for the work periods that begin in one calendar year: adjusted subranges and the rates that ceilings name.</summary>
internal sealed class PolicyYear
{
    private readonly Dictionary<string, AdjustedSubrange> _subranges;
    private readonly Dictionary<(string Organisation, string WorkLevel), IReadOnlyList<SwcProgram>> _programs = [];

    public PolicyYear(PayPolicy policy, int year, int baseYear, ParameterReader parameters)
    {
        Policy = policy;
        StandardRange = parameters.PayRate("VP", year);
        SwcEligibility = parameters.PayRate(SpecialWorkingConditions.SwcPayment.EligibilityRate, year);
        var growth = 1.0;
        for (var y = baseYear + 1; y <= year; y++) growth *= 1 + policy.Structure.AnnualAdjustment.GetValueOrDefault(y);
        _subranges = policy.Structure.Subranges.ToDictionary(
            s => s.WorkLevel,
            s => new AdjustedSubrange(
                s,
                Rounding.HalfUp(s.Minimum * growth),
                Rounding.HalfUp(s.Maximum * growth),
                s.ControlPoint is { } point ? Rounding.HalfUp(point * growth) : null,
                s.Limitation.Rate is { } rate ? parameters.PayRate(rate, year) : s.Limitation.Dollars ?? long.MaxValue),
            StringComparer.Ordinal);
    }

    public PayPolicy Policy { get; }

    /// <summary>Upper limit of the standard range, whole US dollars a year (158.613(b)).</summary>
    public long StandardRange { get; }

    /// <summary>Salary at which eligibility for special working conditions payments ends, whole US dollars a year (158.642(e)(2)).</summary>
    public long SwcEligibility { get; }

    /// <summary>Programs that cover an organisation and work level; empty lists in a program mean all of them (158.642(b)).</summary>
    public IReadOnlyList<SwcProgram> ProgramsFor(string organisation, string workLevel)
    {
        if (_programs.TryGetValue((organisation, workLevel), out var programs)) return programs;
        return _programs[(organisation, workLevel)] =
        [
            .. Policy.SpecialWorkingConditions.Where(p =>
                (p.Organisations.Count == 0 || p.Organisations.Contains(organisation, StringComparer.Ordinal))
                && (p.WorkLevels.Count == 0 || p.WorkLevels.Contains(workLevel, StringComparer.Ordinal))),
        ];
    }

    public AdjustedSubrange Subrange(string workLevel) =>
        _subranges.TryGetValue(workLevel, out var subrange)
            ? subrange
            : throw new Diagnostics.InputException(
                $"Work level '{workLevel}' is in the roster but the structure '{Policy.Structure.Name}' has no subrange for it. It has {string.Join(", ", _subranges.Keys)}.");
}

/// <summary>A subrange in a calendar year. Whole US dollars a year.</summary>
internal sealed record AdjustedSubrange(Subrange Subrange, long Minimum, long Maximum, long? ControlPoint, long Limitation);
