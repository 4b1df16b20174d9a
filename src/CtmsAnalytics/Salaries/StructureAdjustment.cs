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

    /// <summary>Whether a lowered maximum leaves a salary above it that was inside the subrange before: the salary is kept and gets no adjustment.</summary>
    /// <param name="structureSalary">Annual rate, whole US dollars.</param>
    /// <param name="oldMaximum">Maximum before, whole US dollars.</param>
    /// <param name="newMaximum">Maximum after, whole US dollars.</param>
    /// <returns>True for a salary that the change has put above the maximum.</returns>
    public static bool LeavesAbove(long structureSalary, long oldMaximum, long newMaximum) => structureSalary <= oldMaximum && structureSalary > newMaximum;

    /// <summary>What a changed minimum does to the people of a subrange.</summary>
    /// <param name="structureSalaries">Annual rates before, whole US dollars, one entry per person.</param>
    /// <param name="oldMinimum">Minimum before, whole US dollars.</param>
    /// <param name="newMinimum">Minimum after, whole US dollars.</param>
    /// <param name="raiseBetween">Whether people between the two minimums are raised as well.</param>
    /// <returns>Counts of people and the cost of a year.</returns>
    public static RaisedMinimumReport Report(IReadOnlyCollection<long> structureSalaries, long oldMinimum, long newMinimum, bool raiseBetween)
    {
        ArgumentNullException.ThrowIfNull(structureSalaries);
        int atOld = 0, between = 0, raised = 0, below = 0;
        var dollars = 0L;
        foreach (var salary in structureSalaries)
        {
            var after = Apply(salary, oldMinimum, newMinimum, raiseBetween);
            if (salary == oldMinimum && newMinimum > oldMinimum) atOld++;
            if (salary > oldMinimum && salary < newMinimum) between++;
            if (after > salary) raised++;
            if (after < newMinimum) below++;
            dollars += after - salary;
        }

        return new RaisedMinimumReport(atOld, between, raised, below, dollars);
    }
}

/// <summary>What a changed minimum does to the people of a subrange (158.621(c)).</summary>
/// <param name="AtOldMinimum">People paid exactly the old minimum, whom the regulation raises.</param>
/// <param name="Between">People paid above the old minimum and below the new one.</param>
/// <param name="Raised">People who are raised.</param>
/// <param name="BelowNewMinimum">People who remain below the new minimum.</param>
/// <param name="AnnualDollars">What the raises add to structure salaries, whole US dollars a year.</param>
public readonly record struct RaisedMinimumReport(int AtOldMinimum, int Between, int Raised, int BelowNewMinimum, long AnnualDollars);
