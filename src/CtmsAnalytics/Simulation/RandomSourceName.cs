namespace CtmsAnalytics.Simulation;

/// <summary>The sources of randomness in words, as every table and chart names them.</summary>
public static class RandomSourceName
{
    /// <summary>A source in words.</summary>
    /// <param name="source">One source.</param>
    /// <returns>Its words.</returns>
    public static string Of(RandomSources source) => source switch
    {
        RandomSources.Separations => "Separations",
        RandomSources.Hiring => "Hiring",
        RandomSources.Ratings => "Ratings, recognition and progression",
        RandomSources.Surges => "Incidents and special working conditions",
        RandomSources.Market => "Talent market and pay raises",
        _ => source.ToString(),
    };
}
