using CtmsAnalytics.Deployment;
using CtmsAnalytics.Diagnostics;
using CtmsAnalytics.Projection;
using CtmsAnalytics.Salaries;
using CtmsAnalytics.Scenarios;

namespace CtmsAnalytics.WorkValuation;

/// <summary>Makes work valuation studies.</summary>
public static class ValuationAnalysis
{
    /// <summary>Name of how a study is made, for its manifest.</summary>
    public const string Method = "Scheme of weighted factors with cut points by ladder; what-if by the point estimate of the projection";

    /// <summary>Values a roster by the scheme in force.</summary>
    /// <param name="roster">The people.</param>
    /// <param name="source">Name of the roster.</param>
    /// <param name="inputs">Every input with its digest.</param>
    /// <returns>The study, without what-if, calibration and noise.</returns>
    /// <exception cref="InputException">Nobody of the roster can be valued.</exception>
    public static ValuationStudy Of(ValuedRoster roster, string source, IReadOnlyList<ManifestInput> inputs)
    {
        ArgumentNullException.ThrowIfNull(roster);
        ArgumentNullException.ThrowIfNull(inputs);
        if (roster.People.Count == 0)
            throw new InputException($"No qualification of anybody in {source} is known, and the valuation is based on them (158.404(b)(1)). Import them: ctms import qualifications FILE");
        var scheme = roster.Basis.Scheme;
        var (points, levels) = roster.By(scheme);
        List<PersonPoints> people =
        [
            .. roster.People.Select((p, i) =>
            {
                var valuation = Valuer.Of(roster.Qualifications[i], p.Track, scheme, roster.Basis.Library);
                var specialisation = roster.Basis.Library.Specialisations.FirstOrDefault(s => s.Code == valuation.Specialisation)?.Name;
                return new PersonPoints(p.PersonId, valuation.Ladder, p.WorkLevel, levels[i].Code, points[i], specialisation, valuation.AboveCut, valuation.ToNext);
            }),
        ];
        return new ValuationStudy(
            RunManifest.Create(inputs, Method), source, scheme, roster.Unvalued.Count,
            [.. scheme.Levels.Select(l => Level(l, people))], people)
        {
            Notes = Notes(roster),
        };
    }

    /// <summary>What a change of the scheme does: who moves, internal equity and cost.</summary>
    /// <param name="roster">The people.</param>
    /// <param name="policy">The change.</param>
    /// <param name="baseline">Scenario that it is priced on.</param>
    /// <param name="input">What the projection computes with.</param>
    /// <param name="inputs">Every input with its digest.</param>
    /// <param name="progress">Told the share of the work done; null for nobody.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <returns>The result.</returns>
    /// <exception cref="InputException">The change names an unknown factor or level, or its cut points do not rise.</exception>
    public static ValuationWhatIf WhatIf(
        ValuedRoster roster, ValuationPolicy policy, Scenario baseline, ProjectionInput input, IReadOnlyList<ManifestInput> inputs, IProgress<double>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(roster);
        ArgumentNullException.ThrowIfNull(policy);
        ArgumentNullException.ThrowIfNull(baseline);
        ArgumentNullException.ThrowIfNull(input);
        var moves = SchemeMoves.Of(roster, roster.Basis.Scheme, policy.Of(roster.Basis));
        var proposal = baseline with { OpeningPolicies = [policy, .. baseline.OpeningPolicies.Where(p => p.Section != PolicySection.Valuation)] };
        var comparison = Comparer.Compare(baseline, proposal, input, inputs, progress, cancellation);
        var (before, after) = (Opening.Of(baseline, input).Roster, Opening.Of(proposal, input).Roster);
        var opened = after.ToDictionary(p => p.PersonId, StringComparer.Ordinal);
        var (was, now) = (comparison.Baseline.Costs.SumBy(k => k.FiscalYear), comparison.Proposal.Costs.SumBy(k => k.FiscalYear));
        return new ValuationWhatIf(
            policy.Weights, policy.CutPoints, baseline.Name,
            [.. moves.Select(m => new MovedPerson(m.Person.PersonId, m.Person.WorkLevel, m.From.Code, m.To.Code, IsUp(roster.Basis.Scheme, m), m.PointsBefore, m.PointsAfter, m.Person.StructureSalary, opened[m.Person.PersonId].StructureSalary))],
            [.. comparison.Baseline.FiscalYears.Select(y => new YearCost(y, was.GetValueOrDefault(y), now.GetValueOrDefault(y)))],
            Equity(baseline, before, after));
    }

    private static bool IsUp(ValuationScheme scheme, SchemeMove move)
    {
        var ladder = scheme.LevelsOf(move.From.Ladder).Select(l => l.Code).ToList();
        return ladder.IndexOf(move.To.Code) > ladder.IndexOf(move.From.Code);
    }

    private static LevelOfScheme Level(ValuationLevel level, List<PersonPoints> people)
    {
        var own = people.Where(p => p.RosterLevel == level.Code).ToList();
        return new LevelOfScheme(
            level.Code, level.Title, level.Rank, level.Ladder, level.CutPoint, own.Count, people.Count(p => p.Level == level.Code), own.Count(p => p.Level == level.Code),
            own.Count == 0 ? null : own.Average(p => p.Points));
    }

    private static List<LevelEquity> Equity(Scenario scenario, IReadOnlyList<RosterPerson> before, IReadOnlyList<RosterPerson> after)
    {
        var policy = scenario.PolicyOn(scenario.Horizon.Start);
        Subrange? SubrangeOf(RosterPerson person) => policy.StructureFor(StructureMember.Of(person)).Subranges.FirstOrDefault(s => s.WorkLevels().Contains(person.WorkLevel));
        double? Compa(List<RosterPerson> people) => people.Count == 0 ? null : people.Average(p => SubrangeOf(p) is { } s ? RangePlace.CompaRatio(p.StructureSalary, s.Minimum, s.Maximum) : double.NaN);
        return
        [
            .. policy.Structure.WorkLevels().Select(level =>
            {
                var (was, now) = (before.Where(p => p.WorkLevel == level).ToList(), after.Where(p => p.WorkLevel == level).ToList());
                return new LevelEquity(level, was.Count, Compa(was), now.Count, Compa(now), now.Count(p => SubrangeOf(p) is { } s && p.StructureSalary > s.Maximum));
            }),
        ];
    }

    private static List<string> Notes(ValuedRoster roster)
    {
        List<string> notes = ["Weights, cut points, titles and specialisations of the shipped scheme are assumed by this project: 158.404(c) leaves them to the Department."];
        if (roster.Unvalued.Count > 0) notes.Add(FormattableString.Invariant($"{roster.Unvalued.Count} people of the roster have no recorded qualification; they are not valued and keep their work level."));
        return notes;
    }
}
