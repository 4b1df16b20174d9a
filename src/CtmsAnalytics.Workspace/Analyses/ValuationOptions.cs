namespace CtmsAnalytics.Workspace.Analyses;

/// <summary>What is studied beside the valuation by the scheme in force (158.404).</summary>
public sealed record ValuationOptions
{
    /// <summary>New weight by factor, relative to the others, 0 or more; with <see cref="CutPoints"/> the change that is studied.</summary>
    /// <value>Default empty.</value>
    public IReadOnlyDictionary<string, double> Weights { get; init; } = new Dictionary<string, double>();

    /// <summary>New cut point by work level, points.</summary>
    /// <value>Default empty.</value>
    public IReadOnlyDictionary<string, double> CutPoints { get; init; } = new Dictionary<string, double>();

    /// <summary>Person whose valuation is explained.</summary>
    /// <value>Default null: nobody.</value>
    public string? Person { get; init; }

    /// <summary>Parts of the people for the share out of sample of a scheme that is fitted to the roster's levels, 2 or more.</summary>
    /// <value>Default null: no calibration.</value>
    public int? Folds { get; init; }

    /// <summary>Standard deviation of measured proficiency, levels of proficiency above 0, for who changes level by it.</summary>
    /// <value>Default null: no noise is studied.</value>
    public double? Noise { get; init; }

    /// <summary>Draws of that noise.</summary>
    /// <value>1 or more. Default 1000.</value>
    public int Draws { get; init; } = 1000;

    /// <summary>Seed of draws and folds.</summary>
    /// <value>Default 1.</value>
    public uint Seed { get; init; } = 1;
}
