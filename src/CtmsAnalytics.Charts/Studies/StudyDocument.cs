namespace CtmsAnalytics.Charts.Studies;

/// <summary>A study as it is told: the same words and tables in a terminal, on a page of its own and in a report.</summary>
/// <param name="Title">What was studied.</param>
/// <param name="Finding">What was found, one or two sentences with the figures that a decision needs.</param>
/// <param name="Blocks">The account, from what matters most to how it was made.</param>
public sealed record StudyDocument(string Title, string Finding, IReadOnlyList<StudyBlock> Blocks);
