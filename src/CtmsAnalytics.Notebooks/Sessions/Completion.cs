namespace CtmsAnalytics.Notebooks.Sessions;

/// <summary>What may stand at a place in a cell.</summary>
/// <param name="Start">Where the replaced text begins, in UTF-16 units from 0.</param>
/// <param name="End">Where the replaced text ends, exclusive.</param>
/// <param name="Items">The candidates, in the order in which they are offered.</param>
public sealed record Completion(int Start, int End, IReadOnlyList<CompletionItem> Items);

/// <summary>One candidate.</summary>
/// <param name="Text">The text that is put in.</param>
/// <param name="Kind">What it is: <c>method</c>, <c>property</c>, <c>class</c>, <c>variable</c>, <c>keyword</c>, <c>table</c>, <c>column</c> and the like.</param>
public sealed record CompletionItem(string Text, string Kind);
