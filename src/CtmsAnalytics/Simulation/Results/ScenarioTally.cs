namespace CtmsAnalytics.Simulation.Results;

/// <summary>Sums over draws of one scenario, one entry for each row of the layout.</summary>
internal sealed class ScenarioTally
{
    /// <param name="shape">Where the rows stand.</param>
    /// <param name="isBaseline">Whether it is the baseline, which has no differences.</param>
    public ScenarioTally(TallyShape shape, bool isBaseline)
    {
        Costs = new Moments[shape.CostRows];
        Differences = new Moments[isBaseline ? 0 : shape.CostRows];
        Movement = new Moments[shape.MovementRows];
        Rules = new Moments[shape.RuleRows];
        Histograms = new CellHistograms(shape.CostRows);
    }

    private ScenarioTally(ScenarioTally other)
    {
        Costs = (Moments[])other.Costs.Clone();
        Differences = (Moments[])other.Differences.Clone();
        Movement = (Moments[])other.Movement.Clone();
        Rules = (Moments[])other.Rules.Clone();
        Histograms = other.Histograms.Copy();
    }

    public Moments[] Costs { get; }

    /// <summary>Costs less those of the baseline in the same draw.</summary>
    public Moments[] Differences { get; }

    public Moments[] Movement { get; }

    public Moments[] Rules { get; }

    public CellHistograms Histograms { get; }

    public ScenarioTally Copy() => new(this);

    public void Add(ScenarioTally other)
    {
        Add(Costs, other.Costs);
        Add(Differences, other.Differences);
        Add(Movement, other.Movement);
        Add(Rules, other.Rules);
        Histograms.Add(other.Histograms);
    }

    private static void Add(Moments[] to, Moments[] from)
    {
        for (var i = 0; i < to.Length; i++) to[i].Add(from[i]);
    }
}
