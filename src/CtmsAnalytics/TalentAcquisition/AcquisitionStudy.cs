using System.Text.Json.Serialization;
using CtmsAnalytics.PayStructures;
using CtmsAnalytics.Projection;
using CtmsAnalytics.Studies;

namespace CtmsAnalytics.TalentAcquisition;

/// <summary>Talent acquisition (158.501-525): the funnel that a number of hires needs, what a hire costs and how long it takes, and what other initial salaries do to all of it.</summary>
/// <param name="Manifest">What it was computed from.</param>
/// <param name="Frame">What was asked for.</param>
/// <param name="Levels">The work levels that have a funnel and are hired at, in the order of the scenario.</param>
/// <param name="Alternatives">Initial salaries side by side: the scenario's first, then those asked for.</param>
public sealed record AcquisitionStudy(RunManifest Manifest, AcquisitionFrame Frame, IReadOnlyList<AcquisitionLevel> Levels, IReadOnlyList<EntryAlternative> Alternatives) : Study(Manifest)
{
    /// <inheritdoc/>
    [JsonIgnore]
    public override StudyKind Kind => StudyKind.Acquisition;

    /// <inheritdoc/>
    [JsonIgnore]
    public override string Title => FormattableString.Invariant($"Hiring funnel for {Frame.Hires} hires a year{(Frame.WorkLevel is { } level ? $" at {level}" : "")}: {Frame.ScenarioName}");
}

/// <summary>What a study of talent acquisition was asked for.</summary>
/// <param name="ScenarioName">Name of the scenario.</param>
/// <param name="Hires">Hires a year, 1 or more.</param>
/// <param name="WorkLevel">The only work level that is hired at; null for all that have a funnel.</param>
/// <param name="Probability">Probability with which each level is to reach its hires, above 0 and below 1.</param>
/// <param name="FiscalYears">Fiscal years that costs are of.</param>
/// <param name="People">People of the roster.</param>
/// <param name="Draws">Draws that differences of cost were simulated on; 0 for the point estimate alone.</param>
public sealed record AcquisitionFrame(string ScenarioName, int Hires, string? WorkLevel, double Probability, IReadOnlyList<int> FiscalYears, int People, int Draws);

/// <summary>A work level of the study.</summary>
/// <param name="WorkLevel">Code.</param>
/// <param name="Track">Career track; empty where the funnel names none.</param>
/// <param name="Hires">Hires a year.</param>
/// <param name="Pay">Initial salary beside the market.</param>
/// <param name="Stages">What each stage needs, the first one first, the entry on duty last.</param>
/// <param name="Costs">Cost of a hire by what it is for.</param>
/// <param name="Time">Work periods from the opening of a vacancy to the entry on duty.</param>
public sealed record AcquisitionLevel(
    string WorkLevel, string Track, int Hires, EntryPay Pay, IReadOnlyList<StageNeed> Stages, IReadOnlyList<HireCost> Costs, TimeToHire Time)
{
    /// <summary>Cost of a hire, cents.</summary>
    [JsonIgnore]
    public long CostPerHire => Costs.Sum(c => c.Cents);
}

/// <summary>What a stage needs for a year's hires.</summary>
/// <param name="Stage">The stage.</param>
/// <param name="PassRate">Share of its candidates who reach the next stage; 1 for the entry on duty.</param>
/// <param name="Expected">Candidates of whom the hires come out on average; null where nobody gets through.</param>
/// <param name="Enough">Fewest candidates of whom at least the hires come out with the probability asked for; null where no number is enough.</param>
public sealed record StageNeed(FunnelStage Stage, double PassRate, double? Expected, int? Enough);

/// <summary>A part of the cost of a hire.</summary>
/// <param name="Name">What it is for.</param>
/// <param name="Paragraph">Paragraph that it rests on.</param>
/// <param name="Cents">Cents for each hire, candidates who are not hired included.</param>
public sealed record HireCost(string Name, string Paragraph, long Cents);

/// <summary>How long a vacancy stays open. Work periods.</summary>
/// <param name="Minimum">Fewest.</param>
/// <param name="Probabilities">Probability of each number, the fewest first.</param>
/// <param name="Mean">Mean.</param>
/// <param name="Median">Enough in half of the cases.</param>
/// <param name="P90">Enough in nine of ten cases.</param>
public sealed record TimeToHire(int Minimum, IReadOnlyList<double> Probabilities, double Mean, int Median, int P90);

/// <summary>What an initial salary does.</summary>
/// <param name="Place">Place in the range at the levels asked about, 0 to 1; null for the scenario's own places.</param>
/// <param name="Salary">Initial structure salary, mean over a year's hires, US dollars.</param>
/// <param name="Ratio">Initial salary / market target, mean over a year's hires.</param>
/// <param name="Acceptance">Share of offers that are accepted: a year's offers in all levels.</param>
/// <param name="MeanPeriods">Mean time to fill over a year's hires, work periods.</param>
/// <param name="CostPerHire">Cost of a hire, mean over a year's hires, cents.</param>
/// <param name="VacantPeriods">Work periods that positions stand vacant for a year's hires.</param>
/// <param name="Cents">What the scenario costs over its horizon with that salary, by the point estimate, cents.</param>
/// <param name="Fte">Full-time equivalents of the horizon, mean over its years.</param>
public sealed record EntryAlternative(
    double? Place, double Salary, double Ratio, double Acceptance, double MeanPeriods, long CostPerHire, double VacantPeriods, long Cents, double Fte)
{
    /// <summary>What it costs by the simulation, on draws that share their luck with the scenario.</summary>
    /// <value>Default null: nothing was simulated, or it is the scenario itself.</value>
    public SimulatedCost? Simulated { get; init; }
}
