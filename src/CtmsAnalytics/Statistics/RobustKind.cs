namespace CtmsAnalytics.Statistics;

/// <summary>How a robust regression weighs a row by its residual u, in units of the scale.</summary>
public enum RobustKind
{
    /// <summary>Huber's weight: 1 up to |u| = 1.345, and 1.345 / |u| beyond. An outlier keeps a bounded pull.</summary>
    Huber,

    /// <summary>Tukey's bisquare weight: (1 - (u / 4.685)²)² up to |u| = 4.685, and 0 beyond. A far outlier has no pull.</summary>
    Bisquare,
}
