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
        return study switch
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
}
