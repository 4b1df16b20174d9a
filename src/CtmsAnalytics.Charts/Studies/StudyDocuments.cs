using CtmsAnalytics.Charts.Studies.InternalEquity;
using CtmsAnalytics.Charts.Studies.Supplements;
using CtmsAnalytics.Deployment;
using CtmsAnalytics.Equity;
using CtmsAnalytics.InternalEquity;
using CtmsAnalytics.PayStructures;
using CtmsAnalytics.Studies;
using CtmsAnalytics.TalentAcquisition;
using CtmsAnalytics.TalentMarket;
using CtmsAnalytics.TalentMarket.Local;
using CtmsAnalytics.WorkValuation;

namespace CtmsAnalytics.Charts.Studies;

/// <summary>Tells studies.</summary>
public static class StudyDocuments
{
    /// <summary>Tells a study.</summary>
    /// <param name="study">The study.</param>
    /// <param name="showIndividuals">Whether single people and groups of fewer than five may be shown.</param>
    /// <returns>The account.</returns>
    /// <exception cref="ArgumentException">There is no account of this kind of study.</exception>
    public static StudyDocument Of(Study study, bool showIndividuals)
    {
        ArgumentNullException.ThrowIfNull(study);
        return Account(study, showIndividuals) with { Notes = showIndividuals ? study.Notes : study.PublicNotes };
    }

    /// <summary>The account of a study, for notebooks: <c>study.Document().Chart("Structures")</c> is one chart of it.</summary>
    /// <param name="study">The study.</param>
    /// <param name="showIndividuals">Whether single people and groups of fewer than five may be shown.</param>
    /// <returns>The account.</returns>
    /// <exception cref="ArgumentException">There is no account of this kind of study.</exception>
    public static StudyDocument Document(this Study study, bool showIndividuals = false) => Of(study, showIndividuals);

    /// <summary>The figures that a study rests on and that no published text settles, with the reason for each.</summary>
    /// <param name="study">The study.</param>
    /// <param name="about">What the name of a parameter begins with to be listed, for example <c>structure_</c>; empty for all.</param>
    /// <returns>A row for each series of years, by name; none where everything is settled.</returns>
    public static ChartTable Assumptions(this Study study, string about = "")
    {
        ArgumentNullException.ThrowIfNull(study);
        return AssumptionTable.Of(study.AssumedParameters.Where(p => p.Name.StartsWith(about, StringComparison.Ordinal)));
    }

    /// <summary>A difference of a pay equity analysis in words, for a table of one's own.</summary>
    /// <param name="study">The analysis that it is of.</param>
    /// <param name="gap">The difference, for example <see cref="GroupGaps.ClassIn"/>.</param>
    /// <returns>Percent where the analysis explains logarithms and units of pay otherwise, with the interval in brackets.</returns>
    public static string Words(this EquityStudy study, PayGap gap)
    {
        ArgumentNullException.ThrowIfNull(study);
        ArgumentNullException.ThrowIfNull(gap);
        var text = new EquityText(study, showIndividuals: true);
        var interval = text.Interval(gap);
        return interval == EquityText.None ? text.Gap(gap.Estimate) : $"{text.Gap(gap.Estimate)} ({interval})";
    }

    private static StudyDocument Account(Study study, bool showIndividuals) => study switch
    {
        EquityStudy pay => EquityDocument.Of(pay, showIndividuals),
        MarketStudy market => MarketDocument.Of(market, showIndividuals),
        SupplementStudy supplement => SupplementDocument.Of(supplement, showIndividuals),
        ValuationStudy valuation => ValuationDocument.Of(valuation, showIndividuals),
        AcquisitionStudy acquisition => AcquisitionDocument.Of(acquisition),
        InternalEquityStudy equity => InternalEquityDocument.Of(equity, showIndividuals),
        StructureStudy structure => StructureDocument.Of(structure, showIndividuals),
        DeploymentStudy deployment => DeploymentDocument.Of(deployment, showIndividuals),
        _ => throw new ArgumentException($"There is no account of a study of the kind {study.Kind}.", nameof(study)),
    };
}
