using CtmsAnalytics.PersonnelActions;
using CtmsAnalytics.Rules;

namespace CtmsAnalytics.Recognition;

/// <summary>Honorary recognition: an event that costs nothing (158.634).</summary>
public static class HonoraryRecognition
{
    /// <summary>An honour without dollars.</summary>
    public static readonly RuleReference Honour = new("honorary recognition", "158.634", "reported");

    /// <summary>The finding that reports an honour.</summary>
    /// <param name="personId">The person.</param>
    /// <param name="date">First day of the work period in which it takes effect.</param>
    /// <param name="action">The honour.</param>
    /// <returns>A finding without an amount.</returns>
    public static Finding Report(string personId, DateOnly date, HonoraryRecognitionAction action)
    {
        ArgumentNullException.ThrowIfNull(action);
        return new Finding(personId, date, Honour, FindingUnit.None, 0, 0, $"{action.Name}: honorary recognition, without dollars or hours.");
    }
}
