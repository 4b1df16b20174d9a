using CtmsAnalytics.Diagnostics;

namespace CtmsAnalytics.Budget.Tables;

/// <summary>What the rows of a budget table stand for.</summary>
public enum BudgetDimension
{
    /// <summary>Object class.</summary>
    ObjectClass,

    /// <summary>Component of the Department.</summary>
    Agency,

    /// <summary>Organisation, with its agency.</summary>
    Organisation,

    /// <summary>Fund.</summary>
    Fund,

    /// <summary>What the dollar is paid for.</summary>
    Component,

    /// <summary>Work level.</summary>
    WorkLevel,

    /// <summary>Local talent market.</summary>
    Market,
}

/// <summary>Dimensions in words, and what they make of a line.</summary>
public static class BudgetDimensions
{
    private static readonly (BudgetDimension Dimension, string Code, string Title)[] All =
    [
        (BudgetDimension.ObjectClass, "object-class", "Object class"),
        (BudgetDimension.Agency, "agency", "Agency"),
        (BudgetDimension.Organisation, "organisation", "Organisation"),
        (BudgetDimension.Fund, "fund", "Fund"),
        (BudgetDimension.Component, "component", "Component"),
        (BudgetDimension.WorkLevel, "work-level", "Work level"),
        (BudgetDimension.Market, "market", "Local market"),
    ];

    /// <summary>Names of all dimensions as the command line takes them.</summary>
    public static string List => string.Join(", ", All.Select(d => d.Code));

    /// <summary>Reads dimensions separated by commas.</summary>
    /// <param name="text">For example <c>object-class,organisation</c>.</param>
    /// <returns>The dimensions in their order.</returns>
    /// <exception cref="InputException">A name is none, or stands twice.</exception>
    public static IReadOnlyList<BudgetDimension> Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var dimensions = new List<BudgetDimension>();
        foreach (var name in text.Split(',', StringSplitOptions.TrimEntries))
        {
            var place = Array.FindIndex(All, d => d.Code == name);
            if (place < 0) throw new InputException($"'{name}' is nothing that a budget can be cut by. Name one or more of {List}.");
            if (dimensions.Contains(All[place].Dimension)) throw new InputException($"'{name}' is named twice. Name it once.");
            dimensions.Add(All[place].Dimension);
        }

        return dimensions;
    }

    /// <summary>Heading of a column of such values.</summary>
    /// <param name="dimension">The dimension.</param>
    /// <returns>For example <c>Object class</c>.</returns>
    public static string TitleOf(BudgetDimension dimension) => All[(int)dimension].Title;

    /// <summary>The value of a line.</summary>
    /// <param name="dimension">The dimension.</param>
    /// <param name="line">The line.</param>
    /// <returns>A code or a name.</returns>
    public static string ValueOf(BudgetDimension dimension, BudgetLine line)
    {
        ArgumentNullException.ThrowIfNull(line);
        return dimension switch
        {
            BudgetDimension.ObjectClass => line.ObjectClass.Code,
            BudgetDimension.Agency => line.Key.Agency,
            BudgetDimension.Organisation => $"{line.Key.Agency} {line.Key.Organisation}",
            BudgetDimension.Fund => line.Fund.Code,
            BudgetDimension.Component => ComponentName.Of(line.Key.Component),
            BudgetDimension.WorkLevel => line.Key.WorkLevel,
            BudgetDimension.Market => line.Key.Market,
            _ => throw new ArgumentOutOfRangeException(nameof(dimension), dimension, "There is no such dimension."),
        };
    }
}
