using CtmsAnalytics.Diagnostics;
using CtmsAnalytics.Workspace.Tables;

namespace CtmsAnalytics.Workspace.Market;

/// <summary>A column of a survey.</summary>
internal enum SurveyColumn
{
    Survey,
    Year,
    Area,
    Job,
    Title,
    Employment,
    P10,
    P25,
    P50,
    P75,
    P90,
    Mean,
    Error,
    Experience,
    EmploymentType,
    Country,
    CompanySize,
    Currency,
    Salary,
    SalaryUsd,
    Weight,
}

/// <summary>Which column of a file is which column of a survey.</summary>
internal sealed class SurveyColumns
{
    // By column, normalised; the first name is the one that --map uses. Earlier names win over later ones where a file has several.
    private static readonly string[][] KnownNames =
    [
        ["survey", "source", "surveyname", "publisher"],
        ["year", "workyear", "surveyyear", "effectiveyear"],
        ["area", "areacode", "geography"],
        ["job", "jobtitle", "occupation", "occcode", "soc", "soccode", "jobcode", "benchmarkjob"],
        ["title", "occtitle", "occupationtitle", "jobname"],
        ["employment", "totemp", "n", "incumbents", "count"],
        ["p10", "pct10", "apct10", "10thpercentile", "percentile10"],
        ["p25", "pct25", "apct25", "25thpercentile", "percentile25", "q1"],
        ["p50", "median", "amedian", "pct50", "50thpercentile", "percentile50"],
        ["p75", "pct75", "apct75", "75thpercentile", "percentile75", "q3"],
        ["p90", "pct90", "apct90", "90thpercentile", "percentile90"],
        ["mean", "average", "amean"],
        ["rse", "prse", "meanprse", "relativestandarderror"],
        ["experience", "experiencelevel"],
        ["employmenttype", "contract"],
        ["country", "companylocation", "employeeresidence"],
        ["companysize", "size"],
        ["currency", "salarycurrency"],
        ["salary", "annualsalary", "basesalary"],
        ["salaryusd", "salaryinusd"],
        ["weight", "sampleweight"],
    ];

    private SurveyColumns(int[] positions, string[] headers)
    {
        Positions = positions;
        Headers = headers;
    }

    /// <summary>Position in the file by column; -1 where the file has none.</summary>
    public int[] Positions { get; }

    public string[] Headers { get; }

    /// <summary>Whether the file holds single answers: it has salaries and no percentiles.</summary>
    public bool IsMicroData => !Has(SurveyColumn.P50) && !Has(SurveyColumn.Mean) && (Has(SurveyColumn.Salary) || Has(SurveyColumn.SalaryUsd));

    public static IEnumerable<string> Names => KnownNames.Select(n => n[0]);

    /// <summary>Reads a row as a header.</summary>
    /// <param name="source">The file, on the row.</param>
    /// <param name="file">The file as the user named it.</param>
    /// <param name="map">Known name by the name that the file gives it.</param>
    /// <exception cref="InputException">A mapping names no known column, or a column that every survey needs is missing.</exception>
    public static SurveyColumns Read(TableSource source, string file, IReadOnlyDictionary<string, string> map)
    {
        var given = new Dictionary<string, SurveyColumn>(StringComparer.Ordinal);
        foreach (var (theirs, known) in map)
        {
            var at = Array.FindIndex(KnownNames, n => n.Contains(HeaderName.Normalise(known)));
            if (at < 0) throw FileContent.Unusable(file, $"--map {theirs}={known}: a survey has no column {known}.", $"The columns are {string.Join(", ", Names)}.");
            given[HeaderName.Normalise(theirs)] = (SurveyColumn)at;
        }

        var positions = Enumerable.Repeat(-1, KnownNames.Length).ToArray();
        var ranks = Enumerable.Repeat(int.MaxValue, KnownNames.Length).ToArray();
        var headers = new string[source.Count];
        for (var i = 0; i < source.Count; i++)
        {
            headers[i] = source[i].Text;
            var name = HeaderName.Normalise(headers[i]);
            var column = given.TryGetValue(name, out var mapped) ? (int)mapped : Array.FindIndex(KnownNames, n => n.Contains(name));
            if (column < 0) continue;
            var rank = given.ContainsKey(name) ? -1 : Array.IndexOf(KnownNames[column], name);
            if (rank >= ranks[column]) continue;
            (positions[column], ranks[column]) = (i, rank);
        }

        var missing = given.Keys.Where(k => !headers.Any(h => HeaderName.Normalise(h) == k)).ToList();
        if (missing.Count > 0) throw FileContent.Unusable(file, $"--map names columns that the file does not have: {string.Join(", ", missing)}.", $"It has {string.Join(", ", headers)}.");
        var columns = new SurveyColumns(positions, headers);
        columns.Require(file);
        return columns;
    }

    public bool Has(SurveyColumn column) => Positions[(int)column] >= 0;

    public Cell Cell(TableSource source, SurveyColumn column) => Has(column) ? source[Positions[(int)column]] : Tables.Cell.Empty;

    public string Text(TableSource source, SurveyColumn column) => Cell(source, column).Text;

    public string HeaderOf(SurveyColumn column) => Has(column) ? Headers[Positions[(int)column]] : KnownNames[(int)column][0];

    private void Require(string file)
    {
        var problems = new List<InputProblem>();
        if (!Has(SurveyColumn.Job)) problems.Add(Missing(file, "job"));
        if (!Has(SurveyColumn.P50) && !Has(SurveyColumn.Mean) && !Has(SurveyColumn.Salary) && !Has(SurveyColumn.SalaryUsd))
            problems.Add(new InputProblem(file, null, null, "There is neither a column of percentiles (p50) or means nor one of salaries.", "Name the column that holds it, for example --map \"Median Base=p50\" or --map \"Pay=salary\"."));
        if (problems.Count > 0) throw new InputException(problems);
    }

    private InputProblem Missing(string file, string name) =>
        new(file, null, null, $"There is no column {name}; the file has {string.Join(", ", Headers.Where(h => h.Length > 0))}.", $"Name the column that holds it: --map \"Their Name={name}\".");
}
