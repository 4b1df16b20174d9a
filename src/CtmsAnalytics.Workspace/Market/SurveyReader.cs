using System.Globalization;
using CtmsAnalytics.Diagnostics;
using CtmsAnalytics.TalentMarket;
using CtmsAnalytics.Workspace.Imports;
using CtmsAnalytics.Workspace.Tables;

namespace CtmsAnalytics.Workspace.Market;

/// <summary>Reads a survey of another publisher: published percentiles by job, or single answers.</summary>
internal sealed class SurveyReader
{
    private const string Nation = "99";
    private const int FirstYear = 1997;
    private const int LastYear = 2100;
    private const double PercentInWhole = 100;
    private const string Dollars = "USD";
    private static readonly string[] Withheld = ["*", "**", "--", "-", "ISD", "N/A", "NA", "n/a"];
    private static readonly string[] National = ["US", "USA", "U.S.", "United States", "National", "Nation"];
    private static readonly SurveyColumn[] Percentiles = [SurveyColumn.P10, SurveyColumn.P25, SurveyColumn.P50, SurveyColumn.P75, SurveyColumn.P90];

    private readonly FileContent _file;
    private readonly SurveyImportOptions _options;
    private readonly List<SurveyWageRow> _wages = [];
    private readonly List<SurveyRecordRow> _records = [];
    private readonly List<QuarantineEntry> _quarantined = [];
    private readonly HashSet<long> _setAside = [];
    private readonly HashSet<(string Survey, int Year, string Area, string Job)> _keys = [];
    private readonly Dictionary<string, string> _pool = new(StringComparer.Ordinal);
    private SurveyColumns _columns = null!;
    private TableSource _source = null!;
    private long _row;

    private SurveyReader(FileContent file, SurveyImportOptions options)
    {
        _file = file;
        _options = options;
    }

    /// <summary>Reads a file.</summary>
    /// <param name="file">The file.</param>
    /// <param name="options">Name, year and column names where the file does not say them.</param>
    /// <param name="progress">Told the number of rows read so far.</param>
    /// <param name="cancellation">Stops the reading.</param>
    /// <exception cref="InputException">The file is not a survey.</exception>
    public static SurveyTable Read(FileContent file, SurveyImportOptions options, IProgress<long>? progress, CancellationToken cancellation) =>
        new SurveyReader(file, options).Read(progress, cancellation);

    private SurveyTable Read(IProgress<long>? progress, CancellationToken cancellation)
    {
        using var source = _file.Open();
        _source = source;
        if (!source.NextSheet() || !NextFilled()) throw FileContent.Unusable(_file.Name, "The file has no header.", "Give a table whose first row names its columns.");
        _columns = SurveyColumns.Read(source, _file.Name, _options.Map);
        if (!_columns.Has(SurveyColumn.Survey) && string.IsNullOrWhiteSpace(_options.Name)) throw FileContent.Unusable(_file.Name, "No column names the survey.", "Say which one it is, for example --name infosec.");
        if (!_columns.Has(SurveyColumn.Year) && _options.Year is null) throw FileContent.Unusable(_file.Name, "No column holds the survey year.", "Say it, for example --year 2025.");
        var read = source.EachRow(
            () =>
            {
                _row = source.RowNumber;
                if (_columns.IsMicroData) ReadRecord();
                else ReadWage();
            },
            cancellation,
            progress);

        return new SurveyTable(_wages, _records, _quarantined, read, _setAside.Count, source.Notes);
    }

    private bool NextFilled()
    {
        while (_source.Read())
        {
            if (!_source.IsBlank()) return true;
        }

        return false;
    }

    private void ReadWage()
    {
        if (Key() is not { } key) return;
        var area = _columns.Text(_source, SurveyColumn.Area);
        area = area.Length == 0 || National.Contains(area, StringComparer.OrdinalIgnoreCase) ? Nation : area;
        var figures = new WageFigure[Percentiles.Length];
        double last = 0;
        for (var i = 0; i < figures.Length; i++)
        {
            if (!TryFigure(Percentiles[i], out figures[i])) return;
            if (figures[i] is not { Status: FigureStatus.Published, Value: { } wage }) continue;
            if (wage < last)
            {
                SetAside(Percentiles[i], "percentiles fall", "A percentile is below a lower one. Right would be wages that rise from P10 to P90.");
                return;
            }

            last = wage;
        }

        if (!TryNumber(SurveyColumn.Mean, above: 0, "not a wage", out var mean) || !TryNumber(SurveyColumn.Employment, null, "not a count", out var employment) || !TryNumber(SurveyColumn.Error, null, "not an error", out var error)) return;
        if (mean is null && figures.All(f => f.Status is FigureStatus.Absent or FigureStatus.Suppressed))
        {
            SetAside(SurveyColumn.P50, "no figure", "Every wage of the row is withheld or missing, so that it says nothing.");
            return;
        }

        if (!_keys.Add((key.Survey, key.Year, area, key.Job)))
        {
            SetAside(SurveyColumn.Job, "row stands twice", $"Survey {key.Survey} has {key.Job} in {area} in {Text(key.Year)} more than once. Right would be one row for each job, area and year.");
            return;
        }

        _wages.Add(new SurveyWageRow(_row, key.Survey, key.Year, Pooled(area), key.Job, Filled(SurveyColumn.Title), employment, figures, mean, error / PercentInWhole));
    }

    private void ReadRecord()
    {
        if (Key() is not { } key) return;
        if (!TryNumber(SurveyColumn.Salary, above: 0, "not a salary", out var salary) || !TryNumber(SurveyColumn.SalaryUsd, above: 0, "not a salary", out var dollars) || !TryNumber(SurveyColumn.Weight, null, "not a weight", out var weight)) return;
        var currency = _columns.Text(_source, SurveyColumn.Currency) is { Length: > 0 } stated ? stated.ToUpperInvariant() : Dollars;
        if (dollars is null && salary is not null && currency != Dollars)
        {
            SetAside(SurveyColumn.Currency, "no salary in US dollars", $"The salary is in {currency}, and the file has no salary in US dollars for it. Add a column salary_usd; no exchange rate is assumed.");
            return;
        }

        if ((dollars ?? salary) is not { } usd)
        {
            SetAside(SurveyColumn.Salary, "no salary", "The row has no salary. Right would be a number above 0.");
            return;
        }

        _records.Add(new SurveyRecordRow(
            _row, key.Survey, key.Year, key.Job, Code(SurveyColumn.Experience), Code(SurveyColumn.EmploymentType), Code(SurveyColumn.Country), Code(SurveyColumn.CompanySize), Pooled(currency), salary ?? usd, usd, weight ?? 1));
    }

    private (string Survey, int Year, string Job)? Key()
    {
        var survey = _columns.Text(_source, SurveyColumn.Survey) is { Length: > 0 } named ? named : _options.Name?.Trim() ?? "";
        if (survey.Length == 0)
        {
            SetAside(SurveyColumn.Survey, "no survey", "The row does not name its survey. Fill the column, or give --name.");
            return null;
        }

        var year = _options.Year ?? 0;
        if (_columns.Text(_source, SurveyColumn.Year) is { Length: > 0 } text && !int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out year)) year = 0;
        if (year is < FirstYear or > LastYear)
        {
            SetAside(SurveyColumn.Year, "not a survey year", "The survey year is four digits, for example 2025.");
            return null;
        }

        var job = _columns.Cell(_source, SurveyColumn.Job);
        if (job.IsEmpty || job.Kind == CellKind.Date)
        {
            SetAside(SurveyColumn.Job, "not a job", job.Kind == CellKind.Date ? OccupationCode.KeepAsText : "The row names no job. Right would be a title or a code.");
            return null;
        }

        return (Pooled(survey), year, Pooled(job.Text));
    }

    private bool TryFigure(SurveyColumn column, out WageFigure figure)
    {
        figure = WageFigure.Absent;
        var cell = _columns.Cell(_source, column);
        if (!_columns.Has(column)) return true;
        if (cell.IsEmpty || Withheld.Contains(cell.Text, StringComparer.OrdinalIgnoreCase))
        {
            figure = new WageFigure(FigureStatus.Suppressed, null);
            return true;
        }

        if (cell.Text == "#")
        {
            figure = new WageFigure(FigureStatus.Censored, null);
            return true;
        }

        var bounded = cell.Text.StartsWith('>') || cell.Text.EndsWith('+');
        var text = cell.Text.Trim('>', '=', '+', ' ');
        if (OewsFigure.TryParseNumber(text, out var wage) && wage > 0)
        {
            figure = bounded ? new WageFigure(FigureStatus.Censored, wage) : WageFigure.Published(wage);
            return true;
        }

        SetAside(column, "not a wage", "The cell holds neither a wage above 0 nor a sign that it is withheld (*, blank, N/A), top-coded (#) or a lower bound (>250,000).");
        return false;
    }

    private bool TryNumber(SurveyColumn column, double? above, string code, out double? number)
    {
        number = null;
        var cell = _columns.Cell(_source, column);
        if (cell.IsEmpty || Withheld.Contains(cell.Text, StringComparer.OrdinalIgnoreCase)) return true;
        if (OewsFigure.TryParseNumber(cell.Text, out var value) && value > (above ?? -1))
        {
            number = value;
            return true;
        }

        SetAside(column, code, above is null ? "Right would be a number of 0 or more." : "Right would be a number above 0.");
        return false;
    }

    private void SetAside(SurveyColumn column, string code, string reason)
    {
        _setAside.Add(_row);
        _quarantined.Add(QuarantineEntry.Create(_row, _columns.HeaderOf(column), _columns.Text(_source, column), code, reason));
    }

    private string Code(SurveyColumn column) => Pooled(_columns.Text(_source, column));

    private string? Filled(SurveyColumn column) => _columns.Text(_source, column) is { Length: > 0 } text ? Pooled(text) : null;

    private string Pooled(string text)
    {
        if (_pool.TryGetValue(text, out var known)) return known;
        _pool.Add(text, text);
        return text;
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
