using CtmsAnalytics.PersonnelActions;
using CtmsAnalytics.Rules;

namespace CtmsAnalytics.Recognition;

/// <summary>Who may be recognised (158.630(c)): recognition may be deferred while performance or conduct is in question, and there is none where one of them was found wanting.</summary>
public static class RecognitionEligibility
{
    /// <summary>Nobody in uncompensated service receives compensation, recognition included.</summary>
    public static readonly RuleReference Uncompensated = new("recognition: uncompensated service", "158.603; 158.523(a)", "cut");

    /// <summary>Performance is unacceptable (5 U.S.C. 4301(3)).</summary>
    public static readonly RuleReference Performance = new("recognition: unacceptable performance", "158.630(c)", "cut");

    /// <summary>The rating of record is unacceptable (158.804).</summary>
    public static readonly RuleReference RatingOfRecord = new("recognition: unacceptable rating of record", "158.630(c)", "cut");

    /// <summary>Misconduct was found.</summary>
    public static readonly RuleReference Misconduct = new("recognition: misconduct", "158.630(c)", "cut");

    /// <summary>The lowest mission impact rating.</summary>
    public static readonly RuleReference LowestRating = new("recognition: lowest mission impact rating", "158.630(c)", "cut");

    /// <summary>Performance or conduct is in question.</summary>
    public static readonly RuleReference InQuestion = new("recognition: performance or conduct in question", "158.630(c)", "deferred");

    /// <summary>Whether a person may be recognised. What bars recognition goes before what defers it.</summary>
    /// <param name="rating">Mission impact rating, 0 for the lowest, which is not eligible; null for a person who has none yet.</param>
    /// <param name="hold">The hold in force; null or <see cref="RecognitionHold.Released"/> for none.</param>
    /// <param name="compensated">False for uncompensated service, which receives nothing.</param>
    /// <returns>The standing and the rule that decides it.</returns>
    public static RecognitionDecision Of(int? rating, RecognitionHold? hold, bool compensated)
    {
        if (!compensated) return new RecognitionDecision(RecognitionStanding.Ineligible, Uncompensated);
        return hold switch
        {
            RecognitionHold.UnacceptablePerformance => new RecognitionDecision(RecognitionStanding.Ineligible, Performance),
            RecognitionHold.UnacceptableRating => new RecognitionDecision(RecognitionStanding.Ineligible, RatingOfRecord),
            RecognitionHold.Misconduct => new RecognitionDecision(RecognitionStanding.Ineligible, Misconduct),
            _ when rating <= 0 => new RecognitionDecision(RecognitionStanding.Ineligible, LowestRating),
            RecognitionHold.InQuestion => new RecognitionDecision(RecognitionStanding.Deferred, InQuestion),
            _ => new RecognitionDecision(RecognitionStanding.Eligible, null),
        };
    }

    /// <summary>The hold in force on a date: the latest action on or before it says so, until its last day. A later action replaces an earlier one.</summary>
    /// <param name="holds">Holds of one person in any order; of two on one date the later in the list holds.</param>
    /// <param name="date">A date.</param>
    /// <returns>The reason of the hold, or null where none is in force.</returns>
    public static RecognitionHold? HoldOn(IReadOnlyList<RecognitionHoldAction> holds, DateOnly date)
    {
        ArgumentNullException.ThrowIfNull(holds);
        RecognitionHoldAction? latest = null;
        for (var i = 0; i < holds.Count; i++)
        {
            if (holds[i].Effective <= date && (latest is null || holds[i].Effective >= latest.Effective)) latest = holds[i];
        }

        return latest is null || latest.Reason == RecognitionHold.Released || latest.Until < date ? null : latest.Reason;
    }

    /// <summary>
    /// What becomes of recognition under a standing: granted, deferred or lost. A deferral is not a loss: what it holds back is put to this function again with the
    /// standing that settles the question, and is granted whole when the person is eligible.
    /// </summary>
    /// <param name="amount">Recognition that is due, in cents, dollars of annual rate or hours, 0 or more.</param>
    /// <param name="standing">The person's standing.</param>
    /// <returns>The three parts, which add up to the amount.</returns>
    public static RecognitionOutcome Apply(long amount, RecognitionStanding standing) => standing switch
    {
        RecognitionStanding.Eligible => new RecognitionOutcome(amount, 0, 0),
        RecognitionStanding.Deferred => new RecognitionOutcome(0, amount, 0),
        RecognitionStanding.Ineligible => new RecognitionOutcome(0, 0, amount),
        _ => throw new ArgumentOutOfRangeException(nameof(standing), standing, "Give eligible, deferred or ineligible."),
    };
}

/// <summary>Whether a person may be recognised (158.630(c)).</summary>
public enum RecognitionStanding
{
    /// <summary>Recognition may be granted.</summary>
    Eligible,

    /// <summary>Recognition waits until a question is settled; it is not lost.</summary>
    Deferred,

    /// <summary>No recognition.</summary>
    Ineligible,
}

/// <summary>A standing and what decides it.</summary>
/// <param name="Standing">The standing.</param>
/// <param name="Rule">The rule that defers or bars recognition; null for an eligible person.</param>
public readonly record struct RecognitionDecision(RecognitionStanding Standing, RuleReference? Rule);

/// <summary>What becomes of recognition that is due; the unit is that of the amount.</summary>
/// <param name="Granted">Granted now.</param>
/// <param name="Deferred">Held back until the question is settled.</param>
/// <param name="Lost">Not granted.</param>
public readonly record struct RecognitionOutcome(long Granted, long Deferred, long Lost);
