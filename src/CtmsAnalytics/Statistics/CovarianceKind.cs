namespace CtmsAnalytics.Statistics;

/// <summary>How the standard errors of a regression are computed. n is the number of rows of positive weight, k the number of coefficients, e a residual, h a leverage.</summary>
public enum CovarianceKind
{
    /// <summary>The same error variance everywhere: s² (X'X)⁻¹ with s² = e'e / (n - k).</summary>
    Classical,

    /// <summary>Heteroscedasticity-robust after White: e².</summary>
    HC0,

    /// <summary>e² n / (n - k).</summary>
    HC1,

    /// <summary>e² / (1 - h).</summary>
    HC2,

    /// <summary>e² / (1 - h)², the most cautious in small samples.</summary>
    HC3,
}
