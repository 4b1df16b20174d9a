using CtmsAnalytics.Rules;

namespace CtmsAnalytics.Recognition;

/// <summary>Recognition time-off: hours without charge to leave or loss of pay (158.633). Nothing here turns hours into a payment: unused hours are forfeited, never cashed or moved to other leave.</summary>
public static class RecognitionTimeOff
{
    /// <summary>The most that an offer of employment may hold.</summary>
    public static readonly RuleReference OfferLimit = new("recognition time-off limit in an offer", "158.633(b)", "cut");

    /// <summary>The longest window of use.</summary>
    public static readonly RuleReference Window = new("recognition time-off use window", "158.633", "cut");

    /// <summary>Hours that are not used when their window ends.</summary>
    public static readonly RuleReference Expired = new("recognition time-off unused at the end of its window", "158.633", "forfeited");

    /// <summary>Hours that are not used when the person leaves.</summary>
    public static readonly RuleReference Separated = new("recognition time-off unused at separation", "158.633", "forfeited");

    /// <summary>Hours of an offer inside their limit.</summary>
    /// <param name="asked">Hours, 0 or more.</param>
    /// <param name="maximum">Most hours of an offer, a parameter.</param>
    /// <returns>Hours.</returns>
    public static int InOffer(int asked, int maximum) => Math.Min(asked, maximum);

    /// <summary>Work periods in which hours may be used.</summary>
    /// <param name="asked">Work periods that the grant names, 1 or more; null for the longest.</param>
    /// <param name="maximum">Longest window in work periods, a parameter; in an offer the work periods of the first year.</param>
    /// <returns>Work periods, that of the grant included.</returns>
    public static int UseWindow(int? asked, int maximum) => Math.Min(asked ?? maximum, maximum);

    /// <summary>What hours are worth as work that is not done: reported beside the budget and never booked as a cost, because the salary is paid either way.</summary>
    /// <param name="hours">Hours.</param>
    /// <param name="hourlyRate">Hourly rate, cents.</param>
    /// <returns>Cents.</returns>
    public static long Capacity(int hours, long hourlyRate) => hours * hourlyRate;
}
