using System.Text.Json;
using System.Text.Json.Serialization;

namespace CtmsAnalytics.Samples;

/// <summary>
/// Everything that <see cref="SyntheticRoster"/> assumes beside the published cells. Weights are whole numbers that count relative to
/// their sum; people are shared out by largest remainder, so weights that sum to the head count are head counts.
/// </summary>
public sealed record SyntheticRosterOptions
{
    private static readonly JsonSerializerOptions Json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
        AllowTrailingCommas = true,
    };

    /// <summary>What these assumptions are, for the reader of the file.</summary>
    public required string Note { get; init; }

    /// <summary>Key of the random numbers. Another seed is another roster with the same aggregates.</summary>
    public required uint Seed { get; init; }

    /// <summary>Day that the roster describes; the last day of a month, because length of service is counted in months.</summary>
    public required DateOnly AsOf { get; init; }

    /// <summary>First day of any work period: fixes the cycle of days on which people enter.</summary>
    public required DateOnly WorkPeriodAnchor { get; init; }

    /// <summary>Length of a work period, days: the policy parameter <c>work_period_days</c> (158.705).</summary>
    public required int WorkPeriodDays { get; init; }

    /// <summary>Hours of a full-time schedule in a work period: the policy parameter <c>full_time_hours</c> (158.705).</summary>
    public required int FullTimeHours { get; init; }

    /// <summary>Highest salary with supplement by pay plan, whole US dollars.</summary>
    public required IReadOnlyDictionary<string, int> SalaryCeilings { get; init; }

    /// <summary>Supplement by local talent market, fraction of structure salary in [0, 1); a market that is absent pays none.</summary>
    public required IReadOnlyDictionary<string, decimal> Supplements { get; init; }

    /// <summary>Work levels, lowest first.</summary>
    public required IReadOnlyList<SyntheticLevel> Levels { get; init; }

    /// <summary>Official worksites with the weight of each in every component.</summary>
    public required IReadOnlyList<SyntheticWorksite> Worksites { get; init; }

    /// <summary>Organisations of each component.</summary>
    public required IReadOnlyList<SyntheticOrganisation> Organisations { get; init; }

    /// <summary>People on renewable appointments, percent of all, 0 to 100; the others but the advisory ones are continuing.</summary>
    public required int RenewablePercent { get; init; }

    /// <summary>People on advisory appointments, taken from the highest level.</summary>
    public required int AdvisoryCount { get; init; }

    /// <summary>Hours per work period of each part-time person, from 1 to below <see cref="FullTimeHours"/>.</summary>
    public required IReadOnlyList<int> PartTimeHours { get; init; }

    /// <summary>Expected hours per work period of each contingent person, 1 to <see cref="FullTimeHours"/>.</summary>
    public required IReadOnlyList<int> ContingentHours { get; init; }

    /// <summary>Weights of the health plans.</summary>
    public required IReadOnlyDictionary<string, int> HealthPlans { get; init; }

    /// <summary>Weights of the mission impact ratings 0, 1, 2, ... of people with a year of service.</summary>
    public required IReadOnlyList<int> RatingWeights { get; init; }

    /// <summary>Reads options from JSON text with snake_case names. Pure: no file is touched.</summary>
    /// <param name="json">The text of a generator file such as <c>data/sample/generator.json</c>.</param>
    /// <returns>The options, complete: every member is required.</returns>
    /// <exception cref="FormatException">The text is not JSON, a member is missing, unknown or of the wrong type; the message names line and column.</exception>
    public static SyntheticRosterOptions FromJson(string json)
    {
        try
        {
            return JsonSerializer.Deserialize<SyntheticRosterOptions>(json, Json)
                ?? throw new FormatException("The generator options are 'null' at line 1, column 1. An object with every option is expected.");
        }
        catch (JsonException e)
        {
            throw new FormatException(
                $"The generator options cannot be read: {e.Message} (line {e.LineNumber + 1}, column {e.BytePositionInLine + 1}). An object with every option, in snake_case, is expected.", e);
        }
    }
}

/// <summary>A work level of the assumed salary structure.</summary>
/// <param name="Code">Code of the level, unique.</param>
/// <param name="Name">Name of the level.</param>
/// <param name="Track">Career track.</param>
/// <param name="PayPlan">Pay plan of the people in it.</param>
/// <param name="Minimum">Lowest structure salary, whole US dollars.</param>
/// <param name="Maximum">Highest structure salary, whole US dollars.</param>
/// <param name="ServiceFactor">Length of service relative to other levels of the pay plan, positive.</param>
/// <param name="Weights">Weight of the level by component, within its pay plan.</param>
public sealed record SyntheticLevel(
    string Code, string Name, string Track, string PayPlan, int Minimum, int Maximum, decimal ServiceFactor, IReadOnlyDictionary<string, int> Weights);

/// <summary>An official worksite.</summary>
/// <param name="CountyFips">County, five-digit FIPS code.</param>
/// <param name="Place">Where it is, for the reader.</param>
/// <param name="LocalMarket">Local talent market of the county.</param>
/// <param name="Weights">Weight of the worksite by component.</param>
public sealed record SyntheticWorksite(string CountyFips, string Place, string LocalMarket, IReadOnlyDictionary<string, int> Weights);

/// <summary>An office or division of a component.</summary>
/// <param name="Component">Component it belongs to.</param>
/// <param name="Code">Short name.</param>
/// <param name="Name">Full name, for the reader.</param>
/// <param name="Weight">Weight within the component.</param>
public sealed record SyntheticOrganisation(string Component, string Code, string Name, int Weight);
