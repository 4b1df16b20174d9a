namespace CtmsAnalytics.Projection;

/// <summary>A sentence about how scenario and roster fit together when the horizon opens.</summary>
/// <param name="Text">The sentence for analysts.</param>
/// <param name="Public">The sentence for a reader who must not see groups of fewer than five people.</param>
internal sealed record OpeningNote(string Text, string Public);
