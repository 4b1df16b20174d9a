using CtmsAnalytics.Workspace.Tables;

namespace CtmsAnalytics.Workspace.Market;

/// <summary>
/// Where the columns of one sheet are. The publisher has renamed them over the years (AREA_NAME and AREA_TITLE, GROUP, OCC_GROUP and O_GROUP,
/// LOC QUOTIENT, LOC_QUOTIENT and LOC_Q) and has left some out: a national file has no area, an older one no industry and no ownership.
/// </summary>
internal sealed class OewsColumns
{
    private static readonly string[] AreaNames = ["area", "areacode"];
    private static readonly string[] AreaTitleNames = ["areatitle", "areaname", "msaname", "state"];
    private static readonly string[] StateNames = ["primstate", "primarystate", "st"];
    private static readonly string[] GroupNames = ["ogroup", "occgroup", "group"];
    private static readonly string[] OwnershipNames = ["owncode", "own"];

    // By measure, normalised; the first name is the current one.
    private static readonly string[][] FigureNames =
    [
        ["totemp"], ["empprse", "emprse"], ["jobs1000", "jobs1000orig"], ["locquotient", "locq", "locationquotient"], ["pcttotal", "pcttot"], ["pctrpt"],
        ["hmean"], ["amean"], ["meanprse", "meanrse"],
        ["hpct10", "hwpct10"], ["hpct25", "hwpct25"], ["hmedian", "hpct50"], ["hpct75", "hwpct75"], ["hpct90", "hwpct90"],
        ["apct10", "awpct10"], ["apct25", "awpct25"], ["amedian", "apct50"], ["apct75", "awpct75"], ["apct90", "awpct90"],
    ];

    private readonly Dictionary<string, int> _positions;

    private OewsColumns(Dictionary<string, int> positions, string[] headers)
    {
        _positions = positions;
        Headers = headers;
        Occupation = Find("occcode") ?? -1;
        Year = Find("year");
        Area = Find(AreaNames);
        AreaTitle = Find(AreaTitleNames);
        AreaType = Find("areatype");
        State = Find(StateNames);
        OccupationTitle = Find("occtitle", "occtitl");
        Group = Find(GroupNames);
        Industry = Find("naics");
        IndustryTitle = Find("naicstitle");
        IndustryGroup = Find("igroup");
        Ownership = Find(OwnershipNames);
        Annual = Find("annual");
        Hourly = Find("hourly");
        TopCoded = Find("topcoded");
        Figures = [.. FigureNames.Select(names => Find(names) ?? -1)];
    }

    public string[] Headers { get; }

    public int Occupation { get; }

    public int? Year { get; }

    public int? Area { get; }

    public int? AreaTitle { get; }

    public int? AreaType { get; }

    public int? State { get; }

    public int? OccupationTitle { get; }

    public int? Group { get; }

    public int? Industry { get; }

    public int? IndustryTitle { get; }

    public int? IndustryGroup { get; }

    public int? Ownership { get; }

    public int? Annual { get; }

    public int? Hourly { get; }

    public int? TopCoded { get; }

    /// <summary>Position by measure; -1 where the file has no such column.</summary>
    public int[] Figures { get; }

    /// <summary>True for a file by state: its area codes have two digits.</summary>
    public bool IsStateLayout => _positions.ContainsKey("state") && !_positions.ContainsKey("areatitle") && !_positions.ContainsKey("areaname");

    /// <summary>Reads a row as a header; null when it is none.</summary>
    public static OewsColumns? TryRead(TableSource source)
    {
        var positions = new Dictionary<string, int>(StringComparer.Ordinal);
        var headers = new string[source.Count];
        for (var i = 0; i < source.Count; i++)
        {
            headers[i] = source[i].Text;
            var name = HeaderName.Normalise(headers[i]);
            if (name.Length > 0) positions.TryAdd(name, i);
        }

        if (!positions.ContainsKey("occcode") || !positions.ContainsKey("totemp")) return null;
        var columns = new OewsColumns(positions, headers);
        return columns.Figures[(int)Measure.AMean] >= 0 || columns.Figures[(int)Measure.AMedian] >= 0 ? columns : null;
    }

    public string HeaderOf(int? column) => column is { } c && c >= 0 && c < Headers.Length ? Headers[c] : "";

    private int? Find(params string[] names)
    {
        foreach (var name in names)
        {
            if (_positions.TryGetValue(name, out var position)) return position;
        }

        return null;
    }
}
