namespace CtmsAnalytics.Charts.Layout;

/// <summary>A rectangle or a straight line between two corners, in the axes' units. <paramref name="Says"/> is read beside the pointer where the page has a script.</summary>
internal sealed record Box(double X, double X2, double Y, double Y2, string? Says = null);

/// <summary>A point, in the axes' units. <paramref name="Says"/> is read beside the pointer where the page has a script.</summary>
internal sealed record Dot(double X, double Y, string? Says = null);

/// <summary>The place of a band at one X, in the axes' units.</summary>
internal sealed record Band(double X, double Low, double High);

/// <summary>Words at a point, in the axes' units.</summary>
internal sealed record Note(double X, double Y, string Text);
