using System.Text.Json;
using System.Text.Json.Serialization;
using CtmsAnalytics.Deployment;
using CtmsAnalytics.Diagnostics;
using CtmsAnalytics.Equity;
using CtmsAnalytics.InternalEquity;
using CtmsAnalytics.PayStructures;
using CtmsAnalytics.Studies;
using CtmsAnalytics.TalentAcquisition;
using CtmsAnalytics.TalentMarket;
using CtmsAnalytics.TalentMarket.Local;
using CtmsAnalytics.WorkValuation;

namespace CtmsAnalytics.Workspace.Studies;

/// <summary>Studies as JSON.</summary>
internal static class StudyJson
{
    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    public static string Write(Study study) => JsonSerializer.Serialize(study, study.GetType(), Options);

    public static Study Read(StudyKind kind, string document, string id)
    {
        try
        {
            return (Study)JsonSerializer.Deserialize(document, TypeOf(kind), Options)!;
        }
        catch (JsonException)
        {
            throw new InputException($"Study {id} was stored by another version of the program. Give the same command again.");
        }
    }

    private static Type TypeOf(StudyKind kind) => kind switch
    {
        StudyKind.Equity => typeof(EquityStudy),
        StudyKind.Valuation => typeof(ValuationStudy),
        StudyKind.Market => typeof(MarketStudy),
        StudyKind.Supplement => typeof(SupplementStudy),
        StudyKind.Acquisition => typeof(AcquisitionStudy),
        StudyKind.Structure => typeof(StructureStudy),
        StudyKind.Deployment => typeof(DeploymentStudy),
        StudyKind.InternalEquity => typeof(InternalEquityStudy),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "There is no such kind of study."),
    };
}
