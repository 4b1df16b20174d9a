using CtmsAnalytics.Diagnostics;
using CtmsAnalytics.Parameters;

namespace CtmsAnalytics.Deployment.Assignments;

/// <summary>
/// How much each consideration of a match counts (158.703(c), (d)). The match is based on the alignment of qualifications; the others may be considered besides, and how much is policy.
/// </summary>
/// <param name="Qualifications">Weight of the alignment of qualifications, above 0.</param>
/// <param name="Individual">Weight of input from the individual, 0 or more.</param>
/// <param name="Organisation">Weight of input from DHS organizations, 0 or more.</param>
/// <param name="Performance">Weight of information from the performance management and career development programs, 0 or more; for subsequent assignments only.</param>
/// <param name="Mission">Weight of mission-related requirements, 0 or more.</param>
/// <param name="Strategic">Weight of strategic talent priorities, 0 or more.</param>
/// <param name="LeastAlignment">Alignment below which nobody is matched, 0 to 1.</param>
/// <param name="ExcessCost">What one point of mean proficiency above the requirement takes from the score, 0 or more.</param>
/// <param name="MoveCost">What a change of the official worksite takes from the score, 0 or more.</param>
public sealed record MatchPolicy(
    double Qualifications, double Individual, double Organisation, double Performance, double Mission, double Strategic, double LeastAlignment, double ExcessCost, double MoveCost)
{
    /// <summary>Whether nobody is matched with an assignment at another location than his official worksite.</summary>
    /// <value>Default false: a change of location costs <see cref="MoveCost"/>.</value>
    public bool IsLocationRequired { get; init; }

    /// <summary>Highest mission impact rating, which performance is measured by (158.805).</summary>
    /// <value>Above 0; default 1.</value>
    public double HighestRating { get; init; } = 1;

    /// <summary>Sum of the weights.</summary>
    public double Weights => Qualifications + Individual + Organisation + Performance + Mission + Strategic;

    /// <summary>Reads the policy from its parameters, whose names begin with <c>match_</c>.</summary>
    /// <param name="parameters">The parameters.</param>
    /// <param name="year">Calendar year in which they are in force.</param>
    /// <returns>The policy.</returns>
    /// <exception cref="ParameterException">A parameter is missing.</exception>
    public static MatchPolicy From(ParameterReader parameters, int year)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        double Of(string name) => parameters.InYear(name, year);
        return new MatchPolicy(
            Of("match_weight_qualifications"), Of("match_weight_individual"), Of("match_weight_organisation"), Of("match_weight_performance"), Of("match_weight_mission"), Of("match_weight_strategic"),
            Of("match_least_alignment"), Of("match_excess_cost"), Of("match_move_cost"))
        { IsLocationRequired = parameters.Flag("match_location_required", year), HighestRating = Of("match_highest_rating") };
    }

    /// <summary>Checks that the weights make a score (158.703(c), (d)(1)).</summary>
    /// <returns>This policy.</returns>
    /// <exception cref="InputException">A weight is negative or no number, qualifications have none, or the least alignment is no fraction.</exception>
    public MatchPolicy Checked()
    {
        if (!(Qualifications > 0)) throw new InputException("A match is based on the alignment of qualifications (158.703(c), (d)(1)): give them a weight above 0.");
        foreach (var (name, value) in new[] { ("individual", Individual), ("organisation", Organisation), ("performance", Performance), ("mission", Mission), ("strategic", Strategic), ("excess", ExcessCost), ("move", MoveCost) })
        {
            if (!(value >= 0) || !double.IsFinite(value)) throw new InputException($"The weight '{name}' of a match is a number of 0 or more.");
        }

        return LeastAlignment is >= 0 and <= 1 && double.IsFinite(Qualifications) ? this : throw new InputException("The least alignment of a match is a fraction from 0 to 1.");
    }
}
