using System.Text.Json;
using System.Text.Json.Serialization;

namespace CtmsAnalytics.Samples;

/// <summary>Everything that <see cref="SyntheticQualifications"/> assumes.</summary>
public sealed record SyntheticQualificationOptions
{
    private static readonly JsonSerializerOptions Json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
    };

    /// <summary>What these assumptions are, for the reader of the file.</summary>
    public required string Note { get; init; }

    /// <summary>Key of the random numbers.</summary>
    public required uint Seed { get; init; }

    /// <summary>Day on which everything was determined.</summary>
    public required DateOnly Determined { get; init; }

    /// <summary>Proficiencies are multiples of this, above 0.</summary>
    public required double Step { get; init; }

    /// <summary>Standard deviation that all proficiencies of a person share, 0 or more.</summary>
    public required double PersonDeviation { get; init; }

    /// <summary>Standard deviation of each proficiency beside it, 0 or more.</summary>
    public required double ItemDeviation { get; init; }

    /// <summary>By work level: mean proficiency in the person's own specialisation (<c>own</c>), in each category of the library, and of the rating of the work (<c>work</c>).</summary>
    public required IReadOnlyDictionary<string, IReadOnlyDictionary<string, double>> Levels { get; init; }

    /// <summary>Reads the assumptions.</summary>
    /// <param name="json">The text.</param>
    /// <returns>The assumptions.</returns>
    /// <exception cref="FormatException">The text is not what it should be.</exception>
    public static SyntheticQualificationOptions FromJson(string json)
    {
        try
        {
            return JsonSerializer.Deserialize<SyntheticQualificationOptions>(json, Json) ?? throw new FormatException("The file is empty.");
        }
        catch (JsonException exception)
        {
            throw new FormatException(exception.Message, exception);
        }
    }
}
