using CtmsAnalytics.Diagnostics;
using CtmsAnalytics.PayStructures;

namespace CtmsAnalytics.Workspace.Tests;

/// <summary>The optimiser of structures, as a notebook calls it.</summary>
public sealed class WorkbenchStructureTests(SampleBench sample) : IClassFixture<SampleBench>
{
    [Fact]
    public void OptimiseStructure_GoalsThatNoStructureMeets_SaysWhichOneStandsAgainstIt()
    {
        var refused = Assert.Throws<InputException>(() => sample.Bench.OptimiseStructure(goals: new StatedGoals { ShareWithin = 1, ProgressionMaximum = 0.15 }));

        Assert.Contains("progression", refused.Message, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void OptimiseStructure_Stopped_StoresNothingAndLeavesNoLock()
    {
        using var stop = new CancellationTokenSource();
        stop.Cancel();

        Assert.ThrowsAny<OperationCanceledException>(() => sample.Bench.OptimiseStructure(cancellationToken: stop.Token));

        sample.RequireNoLock();
    }
}
