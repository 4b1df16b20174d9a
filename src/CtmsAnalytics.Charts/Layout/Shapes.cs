namespace CtmsAnalytics.Charts.Layout;

/// <summary>A rectangle or a straight line between two corners, in the axes' units.</summary>
internal sealed record Box(double X, double X2, double Y, double Y2);

/// <summary>A point, in the axes' units.</summary>
internal sealed record Dot(double X, double Y);

/// <summary>The place of a band at one X, in the axes' units.</summary>
internal sealed record Band(double X, double Low, double High);

/// <summary>Words at a point, in the axes' units.</summary>
internal sealed record Note(double X, double Y, string Text);
