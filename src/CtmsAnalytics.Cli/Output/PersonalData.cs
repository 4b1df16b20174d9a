using CtmsAnalytics.Charts.Runs;

namespace CtmsAnalytics.Cli.Output;

/// <summary>What the first line of an analyst's output says.</summary>
internal static class PersonalData
{
    /// <summary>For tables of groups that may be small.</summary>
    public const string FirstLine = "For analysts: amounts of groups of fewer than five people are personal data. Do not hand this on.";

    /// <summary>For leadership's tables of a proposal that is about single people.</summary>
    public const string OfFew = "This proposal changes the pay of fewer than five people of the roster: what it costs more is about single people, and its program change is left out. Give these tables only to those who may see their pay.";

    /// <summary>For the pay of single people.</summary>
    public const string OfPeople = MovesViews.Personal;
}
