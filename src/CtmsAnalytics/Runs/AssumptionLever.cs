using CtmsAnalytics.Parameters;
using CtmsAnalytics.Projection;
using CtmsAnalytics.Scenarios;

namespace CtmsAnalytics.Runs;

/// <summary>An assumed figure, or several that belong together, and how it is moved with everything else left as it is.</summary>
/// <param name="Name">The figure as lists of assumed parameters name it, or the beginning of the names.</param>
/// <param name="Title">The figure in words for a chart.</param>
/// <param name="LowChange">What the lower side is.</param>
/// <param name="HighChange">What the higher side is.</param>
/// <param name="Moves">Whether anything changes in a scenario and its input.</param>
/// <param name="Low">The lower side.</param>
/// <param name="High">The higher side.</param>
internal sealed record AssumptionLever(
    string Name,
    string Title,
    string LowChange,
    string HighChange,
    Func<Scenario, bool> Moves,
    Func<Scenario, ProjectionInput, (Scenario Scenario, ProjectionInput Input)> Low,
    Func<Scenario, ProjectionInput, (Scenario Scenario, ProjectionInput Input)> High)
{
    /// <summary>How far a figure is moved to each side, a share of it.</summary>
    private const double Share = 0.1;

    private const string Lower = "\u221210%";
    private const string Higher = "+10%";

    /// <summary>The figures of scenarios.</summary>
    public static IReadOnlyList<AssumptionLever> OfScenarios { get; } =
    [
        Economy("economy.pay_raise", "Pay raises", e => e.PayRaise.Values.Any(r => r != 0), (e, f) => e with { PayRaise = Scaled(e.PayRaise, f) }),
        Economy("economy.market_growth", "Growth of market wages", e => e.MarketGrowth != 0, (e, f) => e with { MarketGrowth = e.MarketGrowth * f }),
        Economy("economy.wage_base_growth", "Growth of the Social Security wage base", e => e.WageBaseGrowth != 0, (e, f) => e with { WageBaseGrowth = e.WageBaseGrowth * f }),
        Economy("economy.health_premium_growth", "Growth of health premiums", e => e.HealthPremiumGrowth != 0, (e, f) => e with { HealthPremiumGrowth = e.HealthPremiumGrowth * f }),
        Workforce("workforce.separation_hazard", "Separation hazard, all levels", w => w.SeparationHazard.Values.Any(h => h != 0), (w, f) => w with { SeparationHazard = Scaled(w.SeparationHazard, f) }),
        Workforce("workforce.pay_elasticity", "Elasticity of separations to pay", w => w.PayElasticity != 0, (w, f) => w with { PayElasticity = w.PayElasticity * f }),
        Workforce("workforce.backfill", "Share of vacancies that are filled", w => w.Backfill != 0, (w, f) => w with { Backfill = Math.Min(1, w.Backfill * f) }),
        Workforce("workforce.offer_acceptance", "Offers accepted", w => w.PeriodsPerDeclinedOffer > 0 || w.Funnel is not null, (w, f) => w with { OfferAcceptance = Math.Min(1, w.OfferAcceptance * f), Funnel = w.Funnel?.WithAcceptance(f) }),
        Workforce("workforce.entry_place_in_range", "Initial salary in the range", w => w.EntryPlaceInRange != 0, (w, f) => w with { EntryPlaceInRange = Math.Min(1, w.EntryPlaceInRange * f), Funnel = w.Funnel?.WithEntryPlace(f) }),
        Workforce("workforce.offer_payment_share", "Offers with a payment", w => w.OfferPaymentShare * w.OfferPaymentPercent != 0, (w, f) => w with { OfferPaymentShare = Math.Min(1, w.OfferPaymentShare * f) }),
        Workforce("workforce.progression", "Progression to the next level", w => w.Progression.Values.Any(p => p.Probability != 0), (w, f) => w with
        {
            Progression = w.Progression.ToDictionary(p => p.Key, p => p.Value with { Probability = Math.Min(1, p.Value.Probability * f) }, StringComparer.Ordinal),
        }),
        Of("employer_cost.savings_match", "Savings plan match", s => s.EmployerCost.SavingsMatchPercent != 0, (s, f) => s with { EmployerCost = s.EmployerCost with { SavingsMatchPercent = s.EmployerCost.SavingsMatchPercent * f } }),
        Programs(
            "special_working_conditions", "Incidents and calls of programs", p => p.Incidents is { PerYear: not 0 } || (p.Incidents is null && p.ExpectedShare != 0),
            (p, f) => p.Incidents is { } incidents ? p with { Incidents = incidents with { PerYear = incidents.PerYear * f } } : p with { ExpectedShare = Math.Min(1, p.ExpectedShare * f) }),
        new(
            "recognition.rating_shares", "Shares of ratings", "a tenth lower", "a tenth higher", s => s.Policies.Any(p => p.Policy.Recognition.RatingShares.Count > 1),
            (s, i) => (Recognition(s, r => r with { RatingShares = Shifted(r.RatingShares, -1) }), i),
            (s, i) => (Recognition(s, r => r with { RatingShares = Shifted(r.RatingShares, 1) }), i)),
    ];

    /// <summary>A figure of the catalogue: a yes or no is turned round, an amount or a fraction moved to both sides. Anything else, such as a count of days, is not moved.</summary>
    public static AssumptionLever? OfParameter(Parameter parameter)
    {
        if (parameter.Unit == "yes/no")
        {
            var other = parameter.Value == 0 ? "yes" : "no";
            return new AssumptionLever(parameter.Name, Statement(parameter), "as assumed", $"{other} instead", _ => true, (s, i) => (s, i), (s, i) => (s, With(i, parameter.Name, v => v == 0 ? 1 : 0)));
        }

        if (parameter.Value == 0 || !(parameter.Unit.StartsWith("fraction", StringComparison.Ordinal) || parameter.Unit.StartsWith("USD", StringComparison.Ordinal))) return null;
        return new AssumptionLever(parameter.Name, parameter.Description.Split([',', ';'])[0], Lower, Higher, _ => true, (s, i) => (s, With(i, parameter.Name, v => v * (1 - Share))), (s, i) => (s, With(i, parameter.Name, v => v * (1 + Share))));
    }

    /// <summary>What a yes or no decides, as a statement: its description without the <c>Whether</c>, or its name in words.</summary>
    private static string Statement(Parameter parameter)
    {
        const string Question = "Whether ";
        var text = parameter.Description.StartsWith(Question, StringComparison.Ordinal) ? parameter.Description[Question.Length..].Split(';')[0] : parameter.Name.Replace('_', ' ');
        return char.ToUpperInvariant(text[0]) + text[1..];
    }

    private static AssumptionLever Of(string name, string title, Func<Scenario, bool> moves, Func<Scenario, double, Scenario> scale) =>
        new(name, title, Lower, Higher, moves, (s, i) => (scale(s, 1 - Share), i), (s, i) => (scale(s, 1 + Share), i));

    private static AssumptionLever Economy(string name, string title, Func<EconomyPath, bool> moves, Func<EconomyPath, double, EconomyPath> scale) =>
        Of(name, title, s => moves(s.Economy), (s, f) => s with { Economy = scale(s.Economy, f) });

    private static AssumptionLever Workforce(string name, string title, Func<WorkforceAssumptions, bool> moves, Func<WorkforceAssumptions, double, WorkforceAssumptions> scale) =>
        Of(name, title, s => moves(s.Workforce), (s, f) => s with { Workforce = scale(s.Workforce, f) });

    private static AssumptionLever Programs(string name, string title, Func<SwcProgram, bool> moves, Func<SwcProgram, double, SwcProgram> scale) => Of(
        name,
        title,
        s => s.Policies.Any(p => p.Policy.SpecialWorkingConditions.Any(moves)),
        (s, f) => s with { Policies = [.. s.Policies.Select(p => p with { Policy = p.Policy with { SpecialWorkingConditions = [.. p.Policy.SpecialWorkingConditions.Select(x => scale(x, f))] } })] });

    private static Scenario Recognition(Scenario scenario, Func<RecognitionPolicy, RecognitionPolicy> change) =>
        scenario with { Policies = [.. scenario.Policies.Select(p => p with { Policy = p.Policy with { Recognition = change(p.Policy.Recognition) } })] };

    private static Dictionary<TKey, double> Scaled<TKey>(IReadOnlyDictionary<TKey, double> values, double factor)
        where TKey : notnull => values.ToDictionary(v => v.Key, v => v.Value * factor);

    /// <summary>Moves a tenth of the people of each rating to the next one, up or down; the shares still add up to one.</summary>
    private static double[] Shifted(IReadOnlyList<double> shares, int direction)
    {
        var shifted = shares.ToArray();
        for (var rating = 0; rating < shares.Count; rating++)
        {
            var to = rating + direction;
            if (to < 0 || to >= shares.Count) continue;
            shifted[rating] -= shares[rating] * Share;
            shifted[to] += shares[rating] * Share;
        }

        return shifted;
    }

    private static ProjectionInput With(ProjectionInput input, string name, Func<double, double> change) =>
        input with { Parameters = new ParameterSet(input.Parameters.All.Select(p => p.Name == name ? p with { Value = change(p.Value) } : p)) };
}
