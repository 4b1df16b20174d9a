namespace CtmsAnalytics.Recognition;

/// <summary>A recognition adjustment step by step (158.631). Structure salary as an annual rate, whole US dollars; no step is below the salary before.</summary>
/// <param name="Before">Salary before the adjustment.</param>
/// <param name="Asked">Salary that the guideline asks for.</param>
/// <param name="AfterControlPoint">After the control point (158.611).</param>
/// <param name="AfterMaximum">After the subrange's maximum and salary limitation (158.631(b)).</param>
/// <param name="AfterRange">After the upper limit of the salary range (158.631(b)).</param>
/// <param name="AfterPool">After the organisation's pool (158.630(d)(4)); equal to <paramref name="AfterRange"/> until <see cref="Inside"/> applies one.</param>
public readonly record struct AdjustmentSteps(long Before, long Asked, long AfterControlPoint, long AfterMaximum, long AfterRange, long AfterPool)
{
    /// <summary>Raise that the ceilings leave, which is what is asked of the pool. Whole US dollars a year.</summary>
    public long Raise => AfterRange - Before;

    /// <summary>What the control point cut. Whole US dollars a year.</summary>
    public long CutByControlPoint => Asked - AfterControlPoint;

    /// <summary>What the subrange's maximum or limitation cut. Whole US dollars a year.</summary>
    public long CutByMaximum => AfterControlPoint - AfterMaximum;

    /// <summary>What the salary range cut. Whole US dollars a year.</summary>
    public long CutByRange => AfterMaximum - AfterRange;

    /// <summary>What the pool cut. Whole US dollars a year.</summary>
    public long CutByPool => AfterRange - AfterPool;

    /// <summary>The same adjustment inside a pool.</summary>
    /// <param name="pool">The organisation's pool, whole US dollars of annual rate.</param>
    /// <returns>The steps with the last one.</returns>
    public AdjustmentSteps Inside(RecognitionPool pool) => this with { AfterPool = Before + pool.Allows(Raise) };
}
