namespace CtmsAnalytics.Charts.Layout;

/// <summary>Places for dots of single people: neighbours of the golden-ratio sequence lie far apart, so that no dot hides the next one, and none moves between runs.</summary>
internal static class GoldenSequence
{
    /// <summary>A place of the sequence.</summary>
    /// <param name="index">Number of the dot, from 0.</param>
    /// <returns>0 to below 1.</returns>
    public static double Place(int index) => (index + 1) * 0.6180339887498949 % 1d;
}
