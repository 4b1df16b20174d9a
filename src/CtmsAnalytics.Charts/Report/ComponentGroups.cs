using CtmsAnalytics.Budget;

namespace CtmsAnalytics.Charts.Report;

/// <summary>Components that are shown as one row.</summary>
/// <param name="Name">Name of the row.</param>
/// <param name="Components">The components, one or more.</param>
internal sealed record ComponentGroup(string Name, IReadOnlyList<Component> Components);

/// <summary>Puts components that may not stand alone into one row.</summary>
internal static class ComponentGroups
{
    /// <param name="components">The components that cost something, in their order.</param>
    /// <param name="together">Those that are shown as one amount; may be empty.</param>
    public static IReadOnlyList<ComponentGroup> Of(IReadOnlyList<Component> components, IReadOnlySet<Component> together)
    {
        var joined = components.Where(together.Contains).ToList();
        if (joined.Count == 0) return [.. components.Select(c => new ComponentGroup(ComponentName.Of(c), [c]))];
        return
        [
            .. components.Except(joined).Select(c => new ComponentGroup(ComponentName.Of(c), [c])),
            new ComponentGroup("Together, because one of them is of fewer than five people: " + string.Join(", ", joined.Select(ComponentName.Of)), joined),
        ];
    }
}
