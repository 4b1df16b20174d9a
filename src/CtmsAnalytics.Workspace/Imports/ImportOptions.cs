using System.Globalization;

namespace CtmsAnalytics.Workspace.Imports;

/// <summary>How a file of the wage survey is imported.</summary>
public sealed record MarketImportOptions
{
    /// <summary>The survey year.</summary>
    /// <value>1997 to 2100; default null: taken from a YEAR column or from the file's name.</value>
    public int? Year { get; init; }

    /// <summary>Whether figures that differ from the ones in the workspace take their place.</summary>
    /// <value>Default false: such rows are set aside.</value>
    public bool Replace { get; init; }

    internal string ToText() =>
        string.Join(';', new[] { Year is { } year ? year.ToString("'year='0", CultureInfo.InvariantCulture) : "", Replace ? "replace" : "" }.Where(o => o.Length > 0));
}

/// <summary>How a roster is imported.</summary>
public sealed record RosterImportOptions
{
    /// <summary>Roster column by the name that the file gives it, for files whose names are not recognised.</summary>
    /// <value>Default empty.</value>
    public IReadOnlyDictionary<string, string> Map { get; init; } = new Dictionary<string, string>();

    /// <summary>The day that the roster describes, for files without a column <c>as_of</c>.</summary>
    /// <value>Default null: taken from the file.</value>
    public DateOnly? AsOf { get; init; }

    internal string ToText()
    {
        var options = Map.OrderBy(m => m.Key, StringComparer.Ordinal).Select(m => $"map={m.Key}={m.Value}").ToList();
        if (AsOf is { } date) options.Add(date.ToString("'as-of='yyyy-MM-dd", CultureInfo.InvariantCulture));
        return string.Join(';', options);
    }
}

/// <summary>How a survey of another publisher is imported.</summary>
public sealed record SurveyImportOptions
{
    /// <summary>Name of the survey, for files that do not name it.</summary>
    /// <value>Default null: taken from a column.</value>
    public string? Name { get; init; }

    /// <summary>Survey year, for files that do not say it.</summary>
    /// <value>1997 to 2100; default null: taken from a column.</value>
    public int? Year { get; init; }

    /// <summary>Known column by the name that the file gives it.</summary>
    /// <value>Default empty.</value>
    public IReadOnlyDictionary<string, string> Map { get; init; } = new Dictionary<string, string>();

    /// <summary>Whether published figures that differ from the ones in the workspace take their place.</summary>
    /// <value>Default false: such rows are set aside.</value>
    public bool Replace { get; init; }

    internal string ToText() => string.Join(';', new[] { "survey", $"name={Name}", Year is { } year ? year.ToString("'year='0", CultureInfo.InvariantCulture) : "", Replace ? "replace" : "" }
        .Concat(Map.OrderBy(m => m.Key, StringComparer.Ordinal).Select(m => $"map={m.Key}={m.Value}")).Where(o => o.Length > 0));
}

/// <summary>How an index is imported.</summary>
public sealed record IndexImportOptions
{
    /// <summary>Name of the index.</summary>
    /// <value>Default null: the name of its column.</value>
    public string? Name { get; init; }

    /// <summary>Whether the file holds raises in percent, each from its day on, and not levels.</summary>
    /// <value>Default null: raises where the column's name says raise or percent.</value>
    public bool? IsRaises { get; init; }

    internal string ToText() => $"index;name={Name};raises={IsRaises}";
}
