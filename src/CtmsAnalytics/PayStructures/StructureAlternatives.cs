using CtmsAnalytics.Diagnostics;
using CtmsAnalytics.Salaries;
using CtmsAnalytics.Simulation.Results;

namespace CtmsAnalytics.PayStructures;

/// <summary>A way to design an alternative: one of the five definitions of practice, or a pay line.</summary>
public enum StructureMethod
{
    /// <summary>Midpoints at each level's market target.</summary>
    Market,

    /// <summary>Midpoints on the ordinary pay line.</summary>
    PayLine,

    /// <summary>Midpoints on the bisquare pay line.</summary>
    RobustLine,

    /// <summary>The lowest midpoint stays the base's; every level is the pay line's progression above the one below.</summary>
    Progression,

    /// <summary>Equal steps in percent between the market targets of the lowest and the highest level.</summary>
    Ends,

    /// <summary>Minimums at the market's 25th percentile, maximums at its 75th.</summary>
    Quartiles,
}

/// <summary>Designs alternatives and describes them.</summary>
public static class StructureAlternatives
{
    /// <summary>Designs a structure.</summary>
    /// <param name="situation">Where it starts from.</param>
    /// <param name="method">How.</param>
    /// <param name="spread">Range spread of every level, a fraction of the minimum, 0 or more; null for each level's own.</param>
    /// <param name="unit">Figures are rounded to a multiple of this, whole US dollars.</param>
    /// <param name="lines">Pay lines: the ordinary one and the bisquare one.</param>
    /// <returns>The ranges, smoothed under the limits, and the maximums that were cut.</returns>
    /// <exception cref="InputException">The figures do not ascend with the level, or a minimum lies above a limit.</exception>
    public static (StructureProposal Proposal, IReadOnlyList<long?> CutFrom) Design(StructureSituation situation, StructureMethod method, double? spread, long unit, IReadOnlyList<PayLine> lines)
    {
        ArgumentNullException.ThrowIfNull(situation);
        ArgumentNullException.ThrowIfNull(lines);
        var levels = situation.Levels;
        double[] spreads = [.. levels.Select(l => spread ?? l.Subrange.Spread)];
        var line = lines.First(l => l.Method == (method == StructureMethod.RobustLine ? PayLineMethod.Bisquare : PayLineMethod.Ordinary));
        try
        {
            var designed = method switch
            {
                StructureMethod.Market => StructureDesign.FromMarket([.. levels.Select(l => l.Subrange.Market)], m => situation.MarketOf(m, null).Target, spreads, unit),
                StructureMethod.Progression => StructureDesign.FromLowestMidpoint(levels.Count, levels[0].Subrange.Midpoint, [line.Progression], spreads, unit),
                StructureMethod.Ends => StructureDesign.FromEndMidpoints(levels.Count, levels[0].Market.Target, levels[^1].Market.Target, spreads, unit),
                StructureMethod.Quartiles => StructureDesign.FromMinimumsAndMaximums([.. levels.Select(l => l.Market.P25)], [.. levels.Select(l => l.Market.P75)], unit),
                _ => StructureDesign.FromMidpoints([.. line.Predictions.Select(p => p.Pay)], spreads, unit),
            };
            var under = Under(designed, levels);
            return (StructureProposal.Of(situation) with { Ranges = under.Ranges }, under.CutFrom);
        }
        catch (ArgumentException exception)
        {
            throw new InputException($"The structure '{Name(method)}' cannot be designed. {exception.Sentence()} The levels in order are {string.Join(", ", levels.Select((l, i) => FormattableString.Invariant($"{i + 1} {l.Subrange.WorkLevel}")))}.", exception);
        }
    }

    /// <summary>Short name of a method, as a command line writes it.</summary>
    /// <param name="method">The method.</param>
    /// <returns>For example <c>pay-line</c>.</returns>
    public static string Name(StructureMethod method) => method switch
    {
        StructureMethod.Market => "market",
        StructureMethod.PayLine => "pay-line",
        StructureMethod.RobustLine => "robust-line",
        StructureMethod.Progression => "progression",
        StructureMethod.Ends => "ends",
        _ => "quartiles",
    };

    /// <summary>A method in words.</summary>
    /// <param name="method">The method.</param>
    /// <returns>A sentence without its full stop.</returns>
    public static string Words(StructureMethod method) => method switch
    {
        StructureMethod.Market => "Midpoints at each level\u2019s market target",
        StructureMethod.PayLine => "Midpoints on the ordinary pay line",
        StructureMethod.RobustLine => "Midpoints on the bisquare pay line",
        StructureMethod.Progression => "Lowest midpoint as in the base, then the pay line\u2019s progression from level to level",
        StructureMethod.Ends => "Equal steps in percent between the market targets of the lowest and the highest level",
        _ => "Minimums at the market\u2019s 25th percentile and maximums at its 75th",
    };

    /// <summary>Describes a proposal.</summary>
    /// <param name="situation">Where it starts from.</param>
    /// <param name="proposal">The proposal.</param>
    /// <param name="name">Its name.</param>
    /// <param name="method">How it was made, in words.</param>
    /// <param name="tolerance">Distance from the market target that counts as competitive.</param>
    /// <param name="cost">What it costs.</param>
    /// <param name="cutFrom">Maximums before limits cut them, one entry for each level; null for none.</param>
    /// <returns>The description.</returns>
    public static StructureAlternative Describe(
        StructureSituation situation, StructureProposal proposal, string name, string method, double tolerance, SimulatedCost cost, IReadOnlyList<long?>? cutFrom = null)
    {
        ArgumentNullException.ThrowIfNull(situation);
        ArgumentNullException.ThrowIfNull(proposal);
        var levels = situation.Levels.Select((level, i) =>
        {
            var (range, below) = (proposal.Ranges[i], i == 0 ? null : proposal.Ranges[i - 1]);
            return new AlternativeLevel(
                range.WorkLevel,
                range.Minimum,
                range.Maximum,
                below is null ? null : (range.Midpoint / below.Midpoint) - 1,
                below is null || range.Maximum == range.Minimum ? null : Math.Clamp((double)(below.Maximum - range.Minimum) / (range.Maximum - range.Minimum), 0, 1),
                cutFrom?[i],
                LevelPosition.Of(level, range, situation.RaisesBetween));
        }).ToList();
        return new StructureAlternative(name, method, levels, new SupplementSolver(situation).Describe(proposal), proposal.AdjustmentPool, levels.Count(l => l.Position.IsWithin(tolerance)), cost);
    }

    /// <summary>The frame of a study.</summary>
    /// <param name="situation">Where it starts from.</param>
    /// <param name="tolerance">Distance from the market target that counts as competitive.</param>
    /// <param name="options">Draws and seed.</param>
    /// <returns>The frame.</returns>
    public static StructureFrame Frame(StructureSituation situation, double tolerance, CostingOptions options)
    {
        ArgumentNullException.ThrowIfNull(situation);
        ArgumentNullException.ThrowIfNull(options);
        return new StructureFrame(
            situation.Base.Name, situation.Effective, situation.BaseYear, situation.SurveyYear, situation.FiscalYears, situation.Input.Roster.Count, options.Draws, options.Seed, tolerance,
            [.. situation.Levels.Select(l => new StructureLevel(l.Subrange.WorkLevel, l.Subrange.Title, l.People.Count, l.Limit, l.LimitName, l.Market))]);
    }

    /// <summary>Simulates alternatives beside the base and describes all of them.</summary>
    /// <param name="situation">Where they start from.</param>
    /// <param name="alternatives">Name, words, proposal and cut maximums of each.</param>
    /// <param name="tolerance">Distance from the market target that counts as competitive.</param>
    /// <param name="options">Draws, seed and threads.</param>
    /// <param name="progress">Receives the share of the work done.</param>
    /// <param name="cancellation">Stops the simulation.</param>
    /// <returns>The base first.</returns>
    public static IReadOnlyList<StructureAlternative> Compare(
        StructureSituation situation, IReadOnlyList<DesignedAlternative> alternatives, double tolerance, CostingOptions options, IProgress<double>? progress, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(situation);
        ArgumentNullException.ThrowIfNull(alternatives);
        var result = StructureCosting.Run(situation.Base, [.. alternatives.Select(a => a.Proposal.Apply(situation, a.Name, a.Words))], situation.Input, options, 0, progress, cancellation);
        return
        [
            Base(situation, tolerance, result, null),
            .. alternatives.Select((a, i) => Describe(situation, a.Proposal, a.Name, a.Words, tolerance, StructureCosting.Of(result, i + 1, null), a.CutFrom)),
        ];
    }

    /// <summary>The base as an alternative.</summary>
    internal static StructureAlternative Base(StructureSituation situation, double tolerance, SimulationResult result, long? budget) =>
        Describe(situation, StructureProposal.Of(situation), "Base", $"As in '{situation.Base.Name}'", tolerance, StructureCosting.Of(result, 0, budget));

    /// <summary>Points of a pay line: market targets of the levels and their weights.</summary>
    /// <param name="situation">Where they come from.</param>
    /// <param name="weights">What weighs them.</param>
    /// <returns>One point for each level.</returns>
    public static IReadOnlyList<PayLinePoint> Points(StructureSituation situation, PayLineWeights weights)
    {
        ArgumentNullException.ThrowIfNull(situation);
        var employment = situation.Input.Wages.Where(w => w.Area == TalentMarket.MarketReference.NationalArea && w.Year == situation.SurveyYear)
            .GroupBy(w => w.Occupation).ToDictionary(g => g.Key, g => g.Max(w => w.Employment) ?? 0, StringComparer.Ordinal);
        return [.. situation.Levels.Select((l, i) => new PayLinePoint(
            l.Subrange.WorkLevel,
            i + 1,
            l.Market.Target,
            weights switch
            {
                PayLineWeights.Incumbents => l.People.Count,
                PayLineWeights.Employment => l.Subrange.Market.Occupations.Keys.Sum(o => employment.GetValueOrDefault(o)),
                _ => 1,
            }))];
    }

    /// <summary>Maximums are cut to the limits, and a range that lies wholly above one ends there (158.611(d), 158.613, 158.614).</summary>
    private static (IReadOnlyList<ProposedRange> Ranges, IReadOnlyList<long?> CutFrom) Under(IReadOnlyList<DesignedRange> designed, IReadOnlyList<LevelSituation> levels)
    {
        var under = designed.Select((d, i) => d.Under(levels[i].Limit)).ToList();
        return (
            [.. under.Select((d, i) => new ProposedRange(levels[i].Subrange.WorkLevel, d.Minimum, d.Maximum))],
            [.. designed.Select((d, i) => d.Maximum > under[i].Maximum ? d.Maximum : (long?)null)]);
    }
}

/// <summary>An alternative that was designed.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Words">How it was made.</param>
/// <param name="Proposal">What it changes.</param>
/// <param name="CutFrom">Maximums before limits cut them; null where none was cut.</param>
public sealed record DesignedAlternative(string Name, string Words, StructureProposal Proposal, IReadOnlyList<long?> CutFrom);
