using CtmsAnalytics.Calendar;
using CtmsAnalytics.PersonnelActions;
using CtmsAnalytics.Projection;
using CtmsAnalytics.Rules;
using CtmsAnalytics.Scenarios;
using CtmsAnalytics.SpecialWorkingConditions;

namespace CtmsAnalytics.PayHistory;

/// <content>Special working conditions payments (158.642): each rests on a determination that covers named work periods.</content>
public sealed partial class PersonPath
{
    /// <summary>A payment under a special working conditions program.</summary>
    public static readonly RuleReference SpecialPayment = new("special working conditions payment", "158.642(c)", "granted");

    /// <summary>A determination under a program that does not cover the person or is not in force in the work period.</summary>
    public static readonly RuleReference NotCovered = new("special working conditions: program does not cover the person or the work period", "158.642(d)-(e)", "refused");

    /// <summary>A percentage outside the range of the program.</summary>
    public static readonly RuleReference ProgramRange = new("special working conditions: range of the program", "158.642(f)(4)", "cut");

    private readonly List<Call> _calls = [];

    private void Determine(SpecialWorkingConditionsAction action, PolicyYear policy, WorkPeriod period)
    {
        var programs = policy.Policy.SpecialWorkingConditions;
        if (programs.All(p => p.Name != action.Program))
            throw new Diagnostics.InputException($"There is no special working conditions program '{action.Program}' on {action.Effective:yyyy-MM-dd}. The scenario has {(programs.Count == 0 ? "none" : string.Join(", ", programs.Select(p => p.Name)))}.");
        var determination = new SwcDetermination(_person.PersonId, action.Program, period.Number, action.Periods);
        if (_calls.Exists(c => c.Determination.Overlaps(determination)))
        {
            Find(SwcDetermination.NoRepetition, FindingUnit.None, 0, 0, $"A determination under {action.Program} covers one of these work periods already; it does not repeat itself.");
            return;
        }

        _calls.Add(new Call(determination, action.Fraction, []));
    }

    /// <summary>Special working conditions payments that are due in the work period, and which they are.</summary>
    private (long Cents, string How) DueSpecial(PolicyYear policy, WorkPeriod period)
    {
        long due = 0, ofPeriod = 0;
        var parts = new List<string>();
        if (_salary.Total == 0) return (0, "");
        foreach (var claim in _luck is null ? Determined(policy, period) : Called(policy))
        {
            var amount = claim.Cents;
            if (amount == 0) continue;
            if (SwcPayment.Excludes(_salary.Salary, policy.SwcEligibility, _appointment) is { } rule)
            {
                Find(rule, FindingUnit.Cents, amount, 0, rule == SwcPayment.Advisory
                    ? "Advisory appointees are not eligible."
                    : $"Salary {Dollars(_salary.Salary)}; eligibility ends at EX-IV, {Dollars(policy.SwcEligibility)}.");
                continue;
            }

            if (!claim.IsOfSeries)
            {
                var beside = SwcPayment.Beside(amount, ofPeriod, _salary.Total, _constants.SwcMaximum);
                if (beside < amount) Find(SwcPayment.PeriodLimit, FindingUnit.Cents, amount, beside, $"All programs together pay at most {Percent(_constants.SwcMaximum)} of the salary computed for the work period, {Money(_salary.Total)}.");
                amount = beside;
                ofPeriod += amount;
            }

            if (amount == 0) continue;
            Find(SpecialPayment, FindingUnit.Cents, 0, amount, claim.How + ".");
            parts.Add(claim.How);
            due += amount;
        }

        return (due, string.Join("; ", parts));
    }

    /// <summary>What the determinations that cover the work period ask for.</summary>
    private IEnumerable<SpecialClaim> Determined(PolicyYear policy, WorkPeriod period)
    {
        foreach (var call in _calls)
        {
            if (!call.Determination.Covers(period.Number) || Program(call, policy, period) is not { } program) continue;
            var fraction = Fraction(call, program);
            var amount = Asked(call, program, fraction, period);
            var isOfSeries = program.Form == PaymentForm.LumpSum;
            yield return new SpecialClaim(
                amount, isOfSeries, $"{program.Name}: {Percent(fraction)} of the salary computed for {(isOfSeries ? $"{call.Salaries.Count} work periods" : "the work period")}");
        }
    }

    private SwcProgram? Program(Call call, PolicyYear policy, WorkPeriod period)
    {
        var program = policy.ProgramsFor(_person.Organisation, _workLevel).FirstOrDefault(p => p.Name == call.Determination.Program);
        if (program is not null && program.Covers(period)) return program;
        Find(NotCovered, FindingUnit.None, 0, 0, $"{call.Determination.Program} {(program is null ? "does not cover the person's organisation or work level" : "does not hold in the whole work period")}.");
        return null;
    }

    private double Fraction(Call call, SwcProgram program)
    {
        var within = program.Within(call.Fraction);
        if (call.Fraction is { } asked && asked != within)
            Find(ProgramRange, FindingUnit.None, 0, 0, $"{Percent(asked)} lies outside the range of {program.Name}: {Percent(within)} is paid.");
        return Math.Min(within, _constants.SwcMaximum);
    }

    /// <summary>What a determination asks for in a work period, by the form of its program.</summary>
    private long Asked(Call call, SwcProgram program, double fraction, WorkPeriod period)
    {
        call.Salaries.Add(_salary.Total);
        var salaries = System.Runtime.InteropServices.CollectionsMarshal.AsSpan(call.Salaries);
        switch (program.Form)
        {
            case PaymentForm.LumpSum:
                return period.Number == call.Determination.LastPeriod ? SwcPayment.ForSeries(salaries, fraction, _constants.SwcMaximum) : 0;
            case PaymentForm.Installments:
                // The total is fixed at the determination, from the salary of its first work period, and comes in equal parts.
                return SwcPayment.ForPeriod(salaries[0], fraction, _constants.SwcMaximum);
            default:
                return SwcPayment.ForPeriod(_salary.Total, fraction, _constants.SwcMaximum);
        }
    }

    /// <summary>What a program is asked to pay in a work period.</summary>
    /// <param name="Cents">The amount, cents.</param>
    /// <param name="IsOfSeries">Whether it is paid for a series of work periods, whose own limit has been applied to it.</param>
    /// <param name="How">How it came about.</param>
    private sealed record SpecialClaim(long Cents, bool IsOfSeries, string How);

    /// <summary>A determination and the salaries of its work periods so far.</summary>
    /// <param name="Determination">The determination.</param>
    /// <param name="Fraction">Percentage that it names, as a fraction; null for the program's own.</param>
    /// <param name="Salaries">Salary computed for each work period so far, cents.</param>
    private sealed record Call(SwcDetermination Determination, double? Fraction, List<long> Salaries);
}
