namespace CtmsAnalytics.Simulation;

/// <summary>The sources of randomness that can be held still to see what each adds to the risk.</summary>
[Flags]
public enum RandomSources
{
    /// <summary>None.</summary>
    None = 0,

    /// <summary>Who separates, and when.</summary>
    Separations = 1,

    /// <summary>Whether and when vacancies are filled, and what offers hold.</summary>
    Hiring = 2,

    /// <summary>Mission impact ratings, recognition payments and work-level progression.</summary>
    Ratings = 4,

    /// <summary>Incidents, and whom special working conditions programs call.</summary>
    Surges = 8,

    /// <summary>Growth of the talent market and base pay raises.</summary>
    Market = 16,
}
