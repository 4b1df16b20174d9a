using CtmsAnalytics.Charts.Gallery.Recipes;

namespace CtmsAnalytics.Charts.Gallery;

/// <summary>Every chart of the library as a recipe with example data.</summary>
public static class ChartGallery
{
    /// <summary>The recipes: cost and risk, workforce and structure, market position.</summary>
    public static IReadOnlyList<ChartRecipe> Recipes { get; } =
    [
        Of(typeof(BudgetBridgeRecipe), BudgetBridgeRecipe.Build, "budget-bridge", "Budget bridge", "What makes the difference between the baseline and the proposal?"),
        Of(typeof(CostLinesRecipe), CostLinesRecipe.Build, "cost-lines", "Cost by fiscal year", "What do both scenarios cost each year, and how does the difference grow?"),
        Of(typeof(FanRecipe), FanRecipe.Build, "fan", "Fan chart", "How far may the cost of each year spread, and how likely is it above the approved budget?"),
        Of(typeof(ExceedanceRecipe), ExceedanceRecipe.Build, "exceedance", "Exceedance curve", "How likely is the cost above any budget, and which amount holds in 80% of draws?"),
        Of(typeof(PairedDifferenceRecipe), PairedDifferenceRecipe.Build, "paired-difference", "Paired difference", "What does the proposal cost more, with the same luck in both scenarios, and how sure is that?"),
        Of(typeof(TornadoRecipe), TornadoRecipe.Build, "tornado", "Tornado", "Which assumption moves the result most?"),
        Of(typeof(VarianceRecipe), VarianceRecipe.Build, "variance", "Variance breakdown", "Which source of chance carries the budget risk?"),
        Of(typeof(HeadcountFlowRecipe), HeadcountFlowRecipe.Build, "headcount-flow", "Headcount flow", "How many people come, leave and stay, year by year?"),
        Of(typeof(CapProximityRecipe), CapProximityRecipe.Build, "cap-proximity", "Cap proximity", "How many people are at a cap or close to it?"),
        Of(typeof(StaircaseRecipe), StaircaseRecipe.Build, "structure-staircase", "Structure staircase", "How do the ranges of both structures stand to the market and to the people in them? For analysts: a dot is a person."),
        Of(typeof(CompaRatioHistogramRecipe), CompaRatioHistogramRecipe.Build, "compa-ratio-histogram", "Compa-ratio histogram", "Where do salaries stand against the midpoints, before and after?"),
        Of(typeof(CompaRatioHeatMapRecipe), CompaRatioHeatMapRecipe.Build, "compa-ratio-heat-map", "Compa-ratio heat map", "Which organisations pay which work levels below or above the midpoint?"),
        Of(typeof(RangePenetrationRecipe), RangePenetrationRecipe.Build, "range-penetration", "Range penetration", "How far up their range are people of each work level?"),
        Of(typeof(RangePenetrationPeopleRecipe), RangePenetrationPeopleRecipe.Build, "range-penetration-people", "Range penetration with people", "Where does each person stand in the range? For analysts: a dot is a person."),
        Of(typeof(ValuationRecipe), ValuationRecipe.Build, "valuation", "Work valuation", "How do the points of the valuation scheme stand to the work levels that people have? For analysts: a dot is a person."),
        Of(typeof(EquityRecipe), EquityRecipe.Build, "equity", "Pay equity", "Which differences between groups remain when level, market and service are held equal?"),
        Of(typeof(FrontierRecipe), FrontierRecipe.Build, "frontier", "Cost against competitiveness", "Which candidates give the most competitiveness for their cost?"),
        Of(typeof(CohortLinesRecipe), CohortLinesRecipe.Build, "cohort-lines", "Cohort lines", "How do people develop who entered at the same time?"),
        Of(typeof(MarketGapRecipe), MarketGapRecipe.Build, "market-gap", "Market gap by area", "Where are salaries furthest below the talent market?"),
    ];

    private static ChartRecipe Of(Type type, Func<ChartSize, ChartSpec> build, string name, string title, string purpose) =>
        new(name, title, purpose, RecipeSource.Of(type), build);
}
