using CtmsAnalytics.Rules;

namespace CtmsAnalytics.Salaries;

/// <summary>What an adjusted structure does to a salary (158.621(c)).</summary>
public static class StructureAdjustment
{
    /// <summary>People paid at a minimum that is raised move to the new one.</summary>
    public static readonly RuleReference RaisedMinimum = new("raised subrange minimum", "158.621(c)", "raised");

    /// <summary>People whose salary lies below the minimum of their subrange, who are reported.</summary>
    public static readonly RuleReference BelowMinimum = new("below subrange minimum", "158.620(a)", "reported");

    /// <summary>People whose salary lies above the maximum of their subrange, who keep it and get no adjustment.</summary>
    public static readonly RuleReference AboveMaximum = new("above subrange maximum", "158.611(d); 158.631(b)", "reported");

    /// <summary>
    /// Structure salary after the minimum of its subrange has changed. There is no other automatic raise (158.621(b)); a lowered minimum changes nobody's pay.
    /// </summary>
    /// <param name="structureSalary">Annual rate, whole US dollars.</param>
    /// <param name="oldMinimum">Minimum before, whole US dollars.</param>
    /// <param name="newMinimum">Minimum after, whole US dollars.</param>
    /// <param name="raiseBetween">Whether people between the two minimums are raised as well.</param>
    /// <returns>The annual rate after.</returns>
    public static long Apply(long structureSalary, long oldMinimum, long newMinimum, bool raiseBetween)
    {
        if (structureSalary >= newMinimum || structureSalary < oldMinimum) return structureSalary;
        return structureSalary == oldMinimum || raiseBetween ? newMinimum : structureSalary;
    }
}
