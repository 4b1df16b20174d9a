using CtmsAnalytics.Budget;
using CtmsAnalytics.Privacy;

namespace CtmsAnalytics.Charts.Report;

/// <summary>Components that are shown as one row.</summary>
/// <param name="Name">Name of the row.</param>
/// <param name="Components">The components, one or more.</param>
internal sealed record ComponentGroup(string Name, IReadOnlyList<Component> Components);

/// <summary>Adds components of fewer than five people up with others, so that the total does not give a person's amount back.</summary>
internal static class ComponentGroups
{
    /// <param name="components">The components that cost something, in their order.</param>
    /// <param name="recipients">People who receive each; null to leave every component alone.</param>
    /// <param name="size">Size of a component's cost.</param>
    public static IReadOnlyList<ComponentGroup> Of(IReadOnlyList<Component> components, IReadOnlyDictionary<Component, int>? recipients, Func<Component, long> size)
    {
        var few = recipients is null ? [] : components.Where(c => recipients.GetValueOrDefault(c) is > 0 and < SmallCells.Least).ToHashSet();
        if (few.Count == 0) return [.. components.Select(c => new ComponentGroup(ComponentName.Of(c), [c]))];
        // The smallest of the others hides them.
        few.Add(components.Where(c => !few.Contains(c)).OrderBy(size).FirstOrDefault());
        return
        [
            .. components.Where(c => !few.Contains(c)).Select(c => new ComponentGroup(ComponentName.Of(c), [c])),
            new ComponentGroup("Together, because fewer than five people receive one of them: " + string.Join(", ", few.Order().Select(ComponentName.Of)), [.. few]),
        ];
    }
}
