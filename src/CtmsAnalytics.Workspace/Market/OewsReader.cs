using System.Globalization;
using CtmsAnalytics.Diagnostics;
using CtmsAnalytics.Workspace.Imports;
using CtmsAnalytics.Workspace.Tables;

namespace CtmsAnalytics.Workspace.Market;

/// <summary>Reads workbooks and text files of the Occupational Employment and Wage Statistics in the layouts that they were published in.</summary>
internal sealed class OewsReader
{
    private const string CrossIndustry = "000000";
    private const string CrossIndustryGroup = "cross-industry";
    private const string AllOwnerships = "1235";
    private const string Unstated = "unstated";
    private const string Nation = "99";
    private const int HeaderSearchRows = 25;
    private const int FewestCellsOfData = 3;

    private readonly FileContent _file;
    private readonly int? _yearOption;
    private readonly Dictionary<OewsKey, int> _byKey = [];
    private readonly List<OewsRow?> _rows = [];
    private readonly List<QuarantineEntry> _quarantined = [];
    private readonly HashSet<long> _setAside = [];
    private readonly List<string> _notes = [];
    private readonly Dictionary<string, string> _pool = new(StringComparer.Ordinal);
    private long _rowsRead;
    private long _duplicates;
    private long _footnotes;
    private long _zerosRestored;
    private int? _nameYear;
    private long _sheetOffset;

    private OewsReader(FileContent file, int? year)
    {
        _file = file;
        _yearOption = year;
    }

    /// <summary>Reads a file.</summary>
    /// <param name="file">The file.</param>
    /// <param name="year">Survey year where neither the file nor its name states one.</param>
    /// <param name="progress">Told the number of rows read so far.</param>
    /// <param name="cancellation">Stops the reading.</param>
    /// <exception cref="InputException">The file is not a table of the survey, or its year is unknown.</exception>
    public static OewsTable Read(FileContent file, int? year, IProgress<long>? progress, CancellationToken cancellation) =>
        new OewsReader(file, year).Read(progress, cancellation);

    private OewsTable Read(IProgress<long>? progress, CancellationToken cancellation)
    {
        var sheets = new List<string>();
        var found = false;
        using (var source = _file.Open())
        {
            while (source.NextSheet())
            {
                sheets.Add(source.SheetName);
                if (FindHeader(source) is not { } columns) continue;
                found = true;
                _nameYear = columns.Year is null ? YearOfNames(source.SheetName) : null;
                ReadSheet(source, columns, progress, cancellation);
                _sheetOffset = source.RowNumber;
            }

            _notes.AddRange(source.Notes);
        }

        if (!found) throw NoTable(sheets);
        if (_footnotes > 0) _notes.Add($"{_footnotes.ToString("N0", CultureInfo.InvariantCulture)} lines of footnotes were passed over.");
        if (_zerosRestored > 0) _notes.Add($"{_zerosRestored.ToString("N0", CultureInfo.InvariantCulture)} area codes had lost their leading zero; it was put back.");
        return new OewsTable([.. _rows.OfType<OewsRow>()], _quarantined, _rowsRead, _setAside.Count, _duplicates, _notes);
    }

    private static OewsColumns? FindHeader(TableSource source)
    {
        for (var i = 0; i < HeaderSearchRows && source.Read(); i++)
        {
            if (OewsColumns.TryRead(source) is { } columns) return columns;
        }

        return null;
    }

    private InputException NoTable(List<string> sheets)
    {
        var named = sheets.Where(s => s.Length > 0).ToList();
        var what = named.Count == 0
            ? "No line of the file names the columns OCC_CODE, TOT_EMP and A_MEDIAN or A_MEAN."
            : $"No sheet has a row that names the columns OCC_CODE, TOT_EMP and A_MEDIAN or A_MEAN (sheets: {string.Join(", ", named)}).";
        return FileContent.Unusable(_file.Name, what, "Give a workbook or CSV of the survey as published, with its data sheet and header row.");
    }

    private int YearOfNames(string sheet)
    {
        if (_yearOption is { } given) return given;
        var years = OewsYear.FromName(Path.GetFileName(_file.Name));
        if (years.Count == 0) years = OewsYear.FromName(sheet);
        return years.Count switch
        {
            1 => years[0],
            0 => throw FileContent.Unusable(_file.Name, "Neither the file's name nor a YEAR column says which survey year this is.", "Say it: --year 2024."),
            _ => throw FileContent.Unusable(_file.Name, $"The name states more than one year ({string.Join(", ", years)}).", "Say which one the survey is of: --year 2024."),
        };
    }

    private void ReadSheet(TableSource source, OewsColumns columns, IProgress<long>? progress, CancellationToken cancellation)
    {
        while (source.Read())
        {
            if ((_rowsRead & 0xFF) == 0)
            {
                cancellation.ThrowIfCancellationRequested();
                progress?.Report(_rowsRead);
            }

            if (source.IsBlank()) continue;
            if (IsFootnote(source, columns))
            {
                _footnotes++;
                continue;
            }

            _rowsRead++;
            if (ReadRow(source, columns) is { } row) Keep(row, columns);
        }
    }

    // A footnote is a sentence in one cell, wherever it stands; without a code it may have a mark in a cell of its own before it.
    private static bool IsFootnote(TableSource source, OewsColumns columns)
    {
        var occupation = source[columns.Occupation];
        if (OccupationCode.IsValid(occupation.Text) || OccupationCode.LooksLikeDate(occupation)) return false;
        var filled = 0;
        for (var i = 0; i < source.Count; i++)
        {
            if (!source[i].IsEmpty) filled++;
        }

        return filled < (occupation.IsEmpty ? FewestCellsOfData : 2);
    }

    private OewsRow? ReadRow(TableSource source, OewsColumns columns)
    {
        var number = _sheetOffset + source.RowNumber;
        if (!IsWhole(source, columns, number)) return null;
        if (ReadOccupation(source, columns, number) is not { } occupation) return null;
        if (ReadYear(source, columns, number) is not { } year) return null;
        if (ReadArea(source, columns, number) is not { } area) return null;
        if (ReadGroup(source, columns, occupation, number) is not { } group) return null;

        var figures = new OewsFigure[Measures.Count];
        for (var i = 0; i < figures.Length; i++)
        {
            figures[i] = OewsFigure.Absent;
            var column = columns.Figures[i];
            if (column < 0 || OewsFigure.TryParse(source[column], (Measure)i, out figures[i])) continue;
            SetAside(number, columns.HeaderOf(column), source[column].Text, "not a figure",
                "The cell holds neither a number of 0 or more nor a code that the survey defines for this column. Right would be a number, * (wage not available), ** (employment not available), # (wage at or above the top code) or ~ (percent of establishments below 0.5).");
            return null;
        }

        if (columns.TopCoded is { } topCoded && source[topCoded].Text.Contains("median", StringComparison.OrdinalIgnoreCase))
            figures[(int)Measure.AMedian] = OewsFigure.Censored;
        var industry = Text(source, columns.Industry) ?? CrossIndustry;
        var cross = industry.Trim('0').Length == 0;
        var key = new OewsKey(
            year,
            area,
            cross ? CrossIndustry : industry,
            Text(source, columns.IndustryGroup)?.ToLowerInvariant() ?? (cross ? CrossIndustryGroup : Unstated),
            Text(source, columns.Ownership) ?? (cross ? AllOwnerships : Unstated),
            occupation,
            group);
        return new OewsRow(
            number,
            key,
            AreaTitle(source, columns, area),
            AreaType(source, columns, area),
            Text(source, columns.State) ?? (area == Nation ? "US" : null),
            Text(source, columns.IndustryTitle),
            Text(source, columns.OccupationTitle),
            IsTrue(source, columns.Annual),
            IsTrue(source, columns.Hourly),
            figures);
    }

    private bool IsWhole(TableSource source, OewsColumns columns, long number)
    {
        var named = columns.Headers.Length;
        var extra = false;
        for (var i = named; i < source.Count; i++) extra |= !source[i].IsEmpty;
        if (source.Count >= named && !extra) return true;
        var (has, needs) = (source.Count.ToString(CultureInfo.InvariantCulture), named.ToString(CultureInfo.InvariantCulture));
        SetAside(number, "", source[0].Text, "row is not whole", $"The row has {has} columns and the header {needs}: the file is cut off here, or a text with a comma stands without quotation marks.");
        return false;
    }

    private string? ReadOccupation(TableSource source, OewsColumns columns, long number)
    {
        var cell = source[columns.Occupation];
        if (cell.Kind == CellKind.Text && OccupationCode.IsValid(cell.Text)) return Pooled(cell.Text);
        if (OccupationCode.LooksLikeDate(cell))
            SetAside(number, columns.HeaderOf(columns.Occupation), cell.Text, "occupation code became a date", OccupationCode.KeepAsText);
        else
            SetAside(number, columns.HeaderOf(columns.Occupation), cell.Text, "not an occupation code", "A SOC code is text of the form 15-1212.");
        return null;
    }

    private int? ReadYear(TableSource source, OewsColumns columns, long number)
    {
        if (columns.Year is not { } column) return _nameYear;
        var cell = source[column];
        if (!int.TryParse(cell.Text, NumberStyles.None, CultureInfo.InvariantCulture, out var year) || year is < 1997 or > 2100)
        {
            SetAside(number, columns.HeaderOf(column), cell.Text, "not a survey year", "The survey year is four digits, for example 2024.");
            return null;
        }

        if (_yearOption is { } option && option != year)
        {
            var given = option.ToString(CultureInfo.InvariantCulture);
            SetAside(number, columns.HeaderOf(column), cell.Text, "another survey year", $"The row says another year than --year {given}. Leave the option out: the file states its years.");
            return null;
        }

        return year;
    }

    private string? ReadArea(TableSource source, OewsColumns columns, long number)
    {
        if (columns.Area is not { } column) return Nation;
        var text = source[column].Text;
        var isCode = text.Length is > 0 and <= 7 && text.All(char.IsAsciiDigit) && source[column].Kind is CellKind.Text or CellKind.Number;
        if (!isCode)
        {
            SetAside(number, columns.HeaderOf(column), text, "not an area code", "An area is 99 (the nation), two digits (a state), five digits (a metropolitan area) or seven (a nonmetropolitan one).");
            return null;
        }

        // One digit is a state and six are a nonmetropolitan area whose first zero a spreadsheet has dropped.
        if (text.Length is 1 or 6)
        {
            _zerosRestored++;
            text = "0" + text;
        }

        return Pooled(text);
    }

    private string? ReadGroup(TableSource source, OewsColumns columns, string occupation, long number)
    {
        var text = Text(source, columns.Group);
        switch (text?.ToLowerInvariant())
        {
            case null:
                // A file that has the column and leaves it empty says so of what it publishes in most detail: the files of 2010 and 2011 mark totals and major groups alone,
                // and some of their detailed codes end with a 0.
                var byCode = OccupationCode.GroupOf(occupation);
                return columns.Group is null || byCode is "total" or "major" ? byCode : "detailed";
            case "total" or "major" or "minor" or "broad" or "detailed":
                return Pooled(text.ToLowerInvariant());
            case "detail":
                return "detailed";
            default:
                SetAside(number, columns.HeaderOf(columns.Group), text, "not an occupation group", "The group is total, major, minor, broad or detailed, or empty.");
                return null;
        }
    }

    private string AreaTitle(TableSource source, OewsColumns columns, string area) =>
        Text(source, columns.AreaTitle) ?? (area == Nation ? "U.S." : area);

    private static string AreaType(TableSource source, OewsColumns columns, string area)
    {
        var stated = columns.AreaType is { } column ? source[column].Text : "";
        return (stated, area.Length) switch
        {
            ("1", _) => "nation",
            ("2", _) => "state",
            ("3", _) => "territory",
            ("4", _) => "metropolitan",
            ("6", _) => "nonmetropolitan",
            (_, 2) when area == Nation => "nation",
            (_, 2) => "state",
            (_, 5) => columns.IsStateLayout ? "unknown" : "metropolitan",
            (_, 7) => "nonmetropolitan",
            _ => "unknown",
        };
    }

    private void Keep(OewsRow row, OewsColumns columns)
    {
        if (!_byKey.TryGetValue(row.Key, out var index))
        {
            _byKey.Add(row.Key, _rows.Count);
            _rows.Add(row);
            return;
        }

        if (_rows[index] is { } first)
        {
            if (first.HasSameFigures(row))
            {
                _duplicates++;
                return;
            }

            SetAsideTwin(first.RowNumber, first.Key, columns);
            _rows[index] = null;
        }

        SetAsideTwin(row.RowNumber, row.Key, columns);
    }

    private void SetAsideTwin(long number, OewsKey key, OewsColumns columns) =>
        SetAside(number, columns.HeaderOf(columns.Occupation), key.Occupation, "row stands twice",
            $"Area {key.Area}, occupation {key.Occupation} ({key.OccupationGroup}) stands more than once with different figures. Keep the row that was published.");

    private void SetAside(long row, string column, string value, string code, string reason)
    {
        _setAside.Add(row);
        _quarantined.Add(QuarantineEntry.Create(row, column, value, code, reason));
    }

    private string? Text(TableSource source, int? column) =>
        column is { } c && !source[c].IsEmpty ? Pooled(source[c].Text) : null;

    private static bool IsTrue(TableSource source, int? column) =>
        column is { } c && source[c].Text.Equals("TRUE", StringComparison.OrdinalIgnoreCase);

    private string Pooled(string text)
    {
        if (_pool.TryGetValue(text, out var known)) return known;
        _pool.Add(text, text);
        return text;
    }
}
