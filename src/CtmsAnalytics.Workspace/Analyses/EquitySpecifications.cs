using CtmsAnalytics.Equity;
using CtmsAnalytics.Parameters;
using CtmsAnalytics.Scenarios;

namespace CtmsAnalytics.Workspace.Analyses;

/// <summary>Figures of a pay equity analysis that the parameters give.</summary>
internal static class EquitySpecifications
{
    private const string Confidence = "equity_confidence";
    private const string Outlier = "equity_outlier_deviations";
    private const string Years = "equity_remedy_years";

    /// <summary>An analysis with the figures of the parameters.</summary>
    public static EquitySpecification Of(string outcome, string group, ParameterReader parameters) => new(outcome, group)
    {
        Confidence = parameters.Constant(Confidence),
        OutlierBound = parameters.Constant(Outlier),
        Years = (int)parameters.Constant(Years),
    };

    /// <summary>The parameters that an analysis rests on: those whose figures nobody has changed.</summary>
    public static ParameterReader Used(EquitySpecification specification, ParameterSet figures)
    {
        var given = Of(specification.Outcome, specification.Group, new ParameterReader(figures, EconomyPath.None));
        var used = new ParameterReader(figures, EconomyPath.None);
        if (specification.Confidence.Equals(given.Confidence)) used.Constant(Confidence);
        if (specification.OutlierBound.Equals(given.OutlierBound)) used.Constant(Outlier);
        if (specification.Years == given.Years) used.Constant(Years);
        return used;
    }
}
