using CtmsAnalytics.Deployment;
using CtmsAnalytics.Numerics;
using CtmsAnalytics.Parameters;
using CtmsAnalytics.Salaries;
using CtmsAnalytics.Scenarios;

namespace CtmsAnalytics.Projection;

/// <summary>A policy compiled for the work periods that begin in one calendar year: adjusted subranges and the rates that ceilings name.</summary>
internal sealed class PolicyYear
{
    private readonly ParameterReader _parameters;
    private readonly int _year;
    private readonly Dictionary<SalaryStructure, Dictionary<string, AdjustedSubrange>> _structures;
    private readonly Dictionary<(string Organisation, string WorkLevel), IReadOnlyList<SwcProgram>> _programs = [];
    private long? _extendedRange;

    public PolicyYear(PayPolicy policy, int year, int baseYear, ParameterReader parameters)
    {
        Policy = policy;
        _parameters = parameters;
        _year = year;
        StandardRange = parameters.PayRate("VP", year);
        SwcEligibility = parameters.PayRate(SpecialWorkingConditions.SwcPayment.EligibilityRate, year);
        _structures = new(ReferenceEqualityComparer.Instance);
        foreach (var structure in policy.AllStructures()) _structures[structure] = Adjusted(structure, year, baseYear, parameters);
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

    /// <summary>The subrange that a work level has in the structure that a person is paid under.</summary>
    public AdjustedSubrange Subrange(string workLevel, StructureMember member)
    {
        var structure = Policy.StructureFor(member);
        var subranges = _structures[structure];
        return subranges.TryGetValue(workLevel, out var subrange)
            ? subrange
            : throw new Diagnostics.InputException(
                $"Work level '{workLevel}' is in the roster but the structure '{structure.Name}' has no subrange for it. It has {string.Join(", ", subranges.Keys)}.");
    }

    /// <summary>Upper limit of the salary range, whole US dollars a year (158.613).</summary>
    public long RangeMaximum(bool isExtended) => isExtended ? SalaryRange.UpperLimit(AppointmentType.Renewable, approvedByName: true, StandardRange, ExtendedRange) : StandardRange;

    /// <summary>Salary limitation of a subrange, whole US dollars a year (158.611(d), 158.614); the extended range takes the place of a named rate.</summary>
    public long Limitation(AdjustedSubrange subrange, bool isExtended) => !isExtended
        ? subrange.Limitation
        : SalaryRange.Limitation(subrange.Limitation, subrange.Subrange.Limitation.Rate is not null, isExtended, _parameters.Flag("extended_range_replaces_limitation", _year));

    // Read only where somebody is approved, so that a report does not list figures that nothing rests on.
    private long ExtendedRange => _extendedRange ??= SalaryRange.ExtendedMaximum(_parameters.PayRate("EX-I", _year), _parameters.InYear("extended_range_multiple", _year));

    private static Dictionary<string, AdjustedSubrange> Adjusted(SalaryStructure structure, int year, int baseYear, ParameterReader parameters)
    {
        var growth = 1.0;
        for (var y = baseYear + 1; y <= year; y++) growth *= 1 + structure.AnnualAdjustment.GetValueOrDefault(y);
        var adjusted = new Dictionary<string, AdjustedSubrange>(StringComparer.Ordinal);
        foreach (var s in structure.Subranges)
        {
            var subrange = new AdjustedSubrange(
                s,
                Rounding.HalfUp(s.Minimum * growth),
                Rounding.HalfUp(s.Maximum * growth),
                s.ControlPoint is { } point ? Rounding.HalfUp(point * growth) : null,
                s.Limitation.Rate is { } rate ? parameters.PayRate(rate, year) : s.Limitation.Dollars ?? long.MaxValue);
            foreach (var level in s.WorkLevels()) adjusted.Add(level, subrange);
        }

        return adjusted;
    }
}

/// <summary>A subrange in a calendar year. Whole US dollars a year.</summary>
internal sealed record AdjustedSubrange(Subrange Subrange, long Minimum, long Maximum, long? ControlPoint, long Limitation);
