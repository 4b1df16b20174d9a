namespace CtmsAnalytics.Workspace.Simulations;

/// <summary>
/// When a run has enough draws: at a fixed number, or at the first whole block after it at which the standard error is small enough. Blocks and error depend on the draws alone,
/// so the number of draws does not depend on threads, machine or interruptions.
/// </summary>
/// <param name="draws">Draws that are done in any case, 1 or more.</param>
/// <param name="error">Standard error as a share of the mean that is small enough; null for a fixed number of draws.</param>
/// <param name="maximum">Most draws.</param>
internal sealed class StoppingRule(int draws, double? error, int maximum)
{
    /// <summary>Draws between two looks at the error.</summary>
    public const int Block = 256;

    /// <summary>Draws to the next place at which the run may end.</summary>
    /// <param name="done">Draws done.</param>
    /// <param name="current">Standard error of the draws done, as a share of the mean; null where it is not known.</param>
    /// <returns>0 where the run is at its end.</returns>
    public int Remaining(int done, double? current)
    {
        if (done < draws) return draws - done;
        if (error is not { } enough) return 0;
        var beyond = (done - draws) % Block;
        if (beyond == 0 && current is { } reached && reached < enough) return 0;
        return Math.Min(Block - beyond, Math.Max(0, maximum - done));
    }

    /// <summary>The draws that are to be done as far as is known.</summary>
    /// <param name="done">Draws done.</param>
    /// <returns>Number of draws.</returns>
    public int Least(int done) => done < draws ? draws : error is null ? draws : done + Math.Min(Block - ((done - draws) % Block), Math.Max(0, maximum - done));
}
