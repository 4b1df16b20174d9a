using CtmsAnalytics.Projection;
using CtmsAnalytics.Recognition;
using CtmsAnalytics.Scenarios;

namespace CtmsAnalytics.Simulation.Engine;

/// <summary>A policy with the rates of one calendar year, as flat tables. Limits that follow a drawn pay raise are rows of the draws' tables.</summary>
internal sealed class Stage
{
    /// <summary>The compiled policy, as the scalar rules read it.</summary>
    public required PolicyYear Policy { get; init; }

    /// <summary>Parameters of the pay rules.</summary>
    public required PayConstants Constants { get; init; }

    /// <summary>Calendar year.</summary>
    public required int Year { get; init; }

    /// <summary>Subrange of each [member class, work level]: an index into <see cref="Subranges"/>, or -1 where the structure has none.</summary>
    public required int[] SubrangeOf { get; init; }

    /// <summary>The subranges.</summary>
    public required StageSubrange[] Subranges { get; init; }

    /// <summary>Market target of each [subrange, market], US dollars a year.</summary>
    public required double[] Target { get; init; }

    /// <summary>Supplement of each market, a fraction of structure salary.</summary>
    public required double[] Supplement { get; init; }

    /// <summary>Row of the standard range's upper limit among the drawn rates.</summary>
    public required int StandardRow { get; init; }

    /// <summary>Row of the extended range's upper limit; -1 where nobody is approved.</summary>
    public required int ExtendedRow { get; init; }

    /// <summary>Row of the salary at which eligibility for special working conditions payments ends.</summary>
    public required int EligibilityRow { get; init; }

    /// <summary>Recognition policy with its tables.</summary>
    public required StageRecognition Recognition { get; init; }

    /// <summary>Parameters that only some people need.</summary>
    public required StageOther Other { get; init; }

    /// <summary>Special working conditions programs in force, in order of name.</summary>
    public required StageProgram[] Programs { get; init; }

    /// <summary>Everything that salary and hazard of a member class in a market rest on, to tell stages apart; one entry for each [member class, market].</summary>
    public required string[] PayBasis { get; init; }

    /// <summary>Whether a position's pay and hazard are the same under two stages, pay raises as stated.</summary>
    public static bool PayAlike(Stage a, Stage b, Seat seat) => a.PayBasis[seat.Basis] == b.PayBasis[seat.Basis];
}

/// <summary>One subrange of a stage: rows of the drawn tables.</summary>
/// <param name="Adjusted">The subrange as the scalar rules read it.</param>
/// <param name="MinimumRow">Row of the minimum; maximum and control point follow it.</param>
/// <param name="LimitationRow">Row of the limitation.</param>
/// <param name="ExtendedLimitationRow">Row of the limitation for somebody approved for the extended range.</param>
internal sealed record StageSubrange(AdjustedSubrange Adjusted, int MinimumRow, int LimitationRow, int ExtendedLimitationRow)
{
    /// <summary>Row of the maximum.</summary>
    public int MaximumRow => MinimumRow + 1;

    /// <summary>Row of the control point; infinite where there is none.</summary>
    public int ControlRow => MinimumRow + 2;
}

/// <summary>Recognition policy of a stage.</summary>
internal sealed class StageRecognition
{
    public StageRecognition(RecognitionPolicy policy)
    {
        Policy = policy;
        Scale = new RatingScale(policy.RatingShares);
        var matrix = new GuidelineMatrix(policy.Guideline, policy.PlaceInRangeBoundaries);
        Bands = matrix.Bands;
        Ratings = policy.RatingShares.Count;
        Guideline = new double[Ratings * Bands];
        for (var r = 0; r < Ratings; r++)
        {
            for (var b = 0; b < Bands; b++) Guideline[(r * Bands) + b] = 1.0 + matrix[r, b];
        }

        Boundaries = [.. matrix.Boundaries];
        PaymentThreshold = [.. policy.PaymentShare.Select(Luck.Threshold)];
        PaymentLowest = [.. policy.PaymentPercent];
        PaymentSpan = [.. policy.PaymentPercent.Select((low, r) => r < policy.PaymentPercentHighest.Count ? policy.PaymentPercentHighest[r] - low : 0)];
    }

    private const double Slack = 0.001;

    /// <summary>The policy.</summary>
    public RecognitionPolicy Policy { get; }

    /// <summary>Where ratings begin.</summary>
    public RatingScale Scale { get; }

    /// <summary>Number of ratings.</summary>
    public int Ratings { get; }

    /// <summary>Number of places in the range.</summary>
    public int Bands { get; }

    /// <summary>1 + guideline by [rating, place in the range].</summary>
    public double[] Guideline { get; }

    /// <summary>Places at which one band ends.</summary>
    public double[] Boundaries { get; }

    /// <summary>By rating: the words below which a payment is granted.</summary>
    public ulong[] PaymentThreshold { get; }

    /// <summary>By rating: lowest payment as a fraction of salary.</summary>
    public double[] PaymentLowest { get; }

    /// <summary>By rating: highest less lowest payment.</summary>
    public double[] PaymentSpan { get; }

    /// <summary>Whether a pool may bind: it is smaller than the most that the guideline can ask for, half a dollar of rounding included.</summary>
    public bool PoolsMayBind => Policy.AdjustmentPool < Guideline.Max() - 1 + Slack || Policy.PaymentPool < PaymentLowest.Zip(PaymentSpan, (low, span) => low + span).Max() + Slack;

    /// <summary>Whether a payment is paid at once.</summary>
    public bool IsLumpSum => Policy.PaymentCount == 1 || Policy.PaymentForm == PersonnelActions.PaymentForm.LumpSum;
}

/// <summary>A special working conditions program of a stage.</summary>
/// <param name="Program">The program.</param>
/// <param name="Index">Index of its name among all programs of the run.</param>
/// <param name="Lowest">Lowest payment as a fraction of the salary for the work period.</param>
/// <param name="Span">Highest less lowest payment.</param>
/// <param name="Threshold">Words below which somebody is called who is called alone.</param>
/// <param name="Levels">By work level, whether it is covered.</param>
/// <param name="Organisations">By organisation, whether it is covered.</param>
/// <param name="Periods">By work period, whether it holds.</param>
/// <param name="Process">Index among the scenario's incident processes; -1 for none.</param>
internal sealed record StageProgram(SwcProgram Program, int Index, double Lowest, double Span, ulong Threshold, bool[] Levels, bool[] Organisations, bool[] Periods, int Process);
