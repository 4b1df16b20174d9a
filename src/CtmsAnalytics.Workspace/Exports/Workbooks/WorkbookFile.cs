using System.Globalization;
using System.IO.Compression;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace CtmsAnalytics.Workspace.Exports.Workbooks;

/// <summary>Writes sheets as an .xlsx file. The same sheets give the same bytes.</summary>
internal static class WorkbookFile
{
    private const string WorkbookType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml";
    private const double NarrowestColumn = 9;
    private const double WidestColumn = 68;
    private const double WidestBroken = 50;
    private const double LineHeight = 15;
    private const double TitleHeight = 24;

    // The earliest time that a zip file can hold: a file says nothing about when it was written.
    private static readonly DateTimeOffset Timeless = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Makes the file.</summary>
    /// <param name="sheets">The sheets.</param>
    /// <param name="footer">Text at the foot of every page, the program's own words.</param>
    public static byte[] Write(IReadOnlyList<Sheet> sheets, string footer)
    {
        using var package = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(package, SpreadsheetDocumentType.Workbook))
        {
            var workbook = document.AddNewPart<WorkbookPart>(WorkbookType, "rId1");
            var texts = new SharedTexts();
            for (var i = 0; i < sheets.Count; i++) WriteSheet(workbook.AddNewPart<WorksheetPart>(Id(i)), sheets[i], texts, footer, isFirst: i == 0);
            workbook.AddNewPart<WorkbookStylesPart>("rIdStyles").Stylesheet = WorkbookStyles.Create();
            texts.WriteTo(workbook.AddNewPart<SharedStringTablePart>("rIdTexts"));
            workbook.Workbook = new Workbook(
                new BookViews(new WorkbookView()),
                new Sheets(sheets.Select((s, i) => new DocumentFormat.OpenXml.Spreadsheet.Sheet { Name = s.Name, SheetId = (uint)i + 1, Id = Id(i) })),
                new DefinedNames(DefinedNames(sheets)),
                new CalculationProperties { FullCalculationOnLoad = true });
        }

        return Timelessly(package);
    }

    private static string Id(int sheet) => string.Create(CultureInfo.InvariantCulture, $"rIdSheet{sheet + 1}");

    private static IEnumerable<DefinedName> DefinedNames(IReadOnlyList<Sheet> sheets)
    {
        var names = new List<(string Name, string Range, uint? Sheet, bool IsHidden)>();
        for (var i = 0; i < sheets.Count; i++)
        {
            var sheet = sheets[i];
            names.AddRange(sheet.Names.Select(n => (n.Name, n.Range, (uint?)null, false)));
            if (sheet.HeaderRow == 0) continue;
            names.Add(("_xlnm.Print_Titles", string.Create(CultureInfo.InvariantCulture, $"'{sheet.Name}'!${sheet.HeaderRow}:${sheet.HeaderRow}"), (uint)i, false));
            if (Filter(sheet) is { } filter) names.Add(("_xlnm._FilterDatabase", $"'{sheet.Name}'!{Absolute(filter)}", (uint)i, true));
        }

        return names.OrderBy(n => n.Name, StringComparer.Ordinal).ThenBy(n => n.Sheet).Select(n => new DefinedName(n.Range) { Name = n.Name, LocalSheetId = n.Sheet, Hidden = n.IsHidden ? true : null });
    }

    private static string Absolute((string First, string Last) range) => $"{Absolute(range.First)}:{Absolute(range.Last)}";

    private static string Absolute(string cell)
    {
        var letters = cell.TrimEnd([.. "0123456789"]);
        return $"${letters}${cell[letters.Length..]}";
    }

    private static (string First, string Last)? Filter(Sheet sheet) => sheet.HasFilter && sheet.LastDataRow > sheet.HeaderRow
        ? (Sheet.At(0, sheet.HeaderRow), Sheet.At(sheet.Rows[sheet.HeaderRow - 1].Count - 1, sheet.LastDataRow))
        : null;

    private static void WriteSheet(WorksheetPart part, Sheet sheet, SharedTexts texts, string footer, bool isFirst)
    {
        using var writer = OpenXmlWriter.Create(part);
        writer.WriteStartElement(new Worksheet());
        writer.WriteElement(new SheetProperties(new PageSetupProperties { FitToPage = true }));
        writer.WriteElement(new SheetViews(View(sheet, isFirst)));
        writer.WriteElement(new SheetFormatProperties { DefaultRowHeight = LineHeight });
        var widths = Enumerable.Range(0, sheet.Rows.Max(r => r.Count)).Select(c => Width(sheet, c)).ToArray();
        writer.WriteElement(new Columns(widths.Select((w, c) => new Column { Min = (uint)c + 1, Max = (uint)c + 1, Width = w, CustomWidth = true })));
        writer.WriteStartElement(new SheetData());
        for (var r = 0; r < sheet.Rows.Count; r++)
        {
            var height = Height(sheet.Rows[r], widths);
            writer.WriteStartElement(height > LineHeight ? new Row { RowIndex = (uint)r + 1, Height = height, CustomHeight = true } : new Row { RowIndex = (uint)r + 1 });
            for (var c = 0; c < sheet.Rows[r].Count; c++)
            {
                if (sheet.Rows[r][c] is var cell && (cell.Text is not null || cell.Number is not null || cell.Style != CellStyle.Text)) writer.WriteElement(Of(cell, Sheet.At(c, r + 1), texts));
            }

            writer.WriteEndElement();
        }

        writer.WriteEndElement();
        if (Filter(sheet) is { } filter) writer.WriteElement(new AutoFilter { Reference = $"{filter.First}:{filter.Last}" });
        writer.WriteElement(new PageMargins { Left = 0.5, Right = 0.5, Top = 0.6, Bottom = 0.6, Header = 0.3, Footer = 0.3 });
        writer.WriteElement(new PageSetup { Orientation = OrientationValues.Landscape, FitToWidth = 1, FitToHeight = 0 });
        writer.WriteElement(new HeaderFooter(new OddFooter($"&L{footer.Replace("&", "&&", StringComparison.Ordinal)}&C&A&R&P / &N")));
        writer.WriteEndElement();
    }

    private static SheetView View(Sheet sheet, bool isFirst)
    {
        var view = new SheetView { WorkbookViewId = 0, ShowGridLines = sheet.HeaderRow > 0, TabSelected = isFirst ? true : null };
        if (sheet.HeaderRow == 0) return view;
        var corner = Sheet.At(sheet.FrozenColumns, sheet.HeaderRow + 1);
        view.Append(new Pane
        {
            HorizontalSplit = sheet.FrozenColumns > 0 ? sheet.FrozenColumns : null,
            VerticalSplit = sheet.HeaderRow,
            TopLeftCell = corner,
            ActivePane = sheet.FrozenColumns > 0 ? PaneValues.BottomRight : PaneValues.BottomLeft,
            State = PaneStateValues.Frozen,
        });
        return view;
    }

    /// <summary>Height of a row, in points: readers that do not set it themselves print broken text over the next rows.</summary>
    private static double Height(IReadOnlyList<SheetCell> cells, double[] widths)
    {
        var height = LineHeight;
        for (var c = 0; c < cells.Count; c++)
        {
            if (cells[c].Style == CellStyle.Title) height = Math.Max(height, TitleHeight);
            if (cells[c] is { Style: CellStyle.Wrapped or CellStyle.Header or CellStyle.NumberHeader, Text: { } text }) height = Math.Max(height, LineHeight * Lines(text, (int)widths[c] - 1));
        }

        return height;
    }

    /// <summary>Lines of a text that is broken at spaces.</summary>
    private static int Lines(string text, int width)
    {
        var (lines, used) = (1, 0);
        foreach (var word in text.Split([' ', '\n']))
        {
            if (used > 0 && used + 1 + word.Length > width) (lines, used) = (lines + 1, 0);
            used += word.Length + (used > 0 ? 1 : 0);
        }

        return lines;
    }

    private static double Width(Sheet sheet, int column)
    {
        // Titles and small print run over the columns beside them.
        var longest = sheet.Rows.Where(r => r.Count > column).Select(r => r[column]).Where(c => c.Style is not (CellStyle.Title or CellStyle.Note or CellStyle.Warning)).Select(Length).DefaultIfEmpty(0).Max();
        var isBroken = sheet.Rows.Any(r => r.Count > column && r[column].Style == CellStyle.Wrapped);
        return Math.Clamp(longest + 2, NarrowestColumn, isBroken ? WidestBroken : WidestColumn);
    }

    private static int Length(SheetCell cell) => cell switch
    {
        // The longest word of a heading; it is broken at spaces.
        { Style: CellStyle.Header or CellStyle.NumberHeader, Text: { } heading } => heading.Split(' ').Max(w => w.Length) + 2,
        { Text: { } text } => text.Split('\n').Max(l => l.Length),
        { Number: { } number, Style: CellStyle.Money or CellStyle.MoneyTotal or CellStyle.MoneySum or CellStyle.MoneyLeft or CellStyle.Number or CellStyle.NumberTotal } => number.ToString("#,##0.00", CultureInfo.InvariantCulture).Length + 1,
        { Style: CellStyle.Date } => "yyyy-mm-dd".Length,
        { Number: { } number } => number.ToString(CultureInfo.InvariantCulture).Length,
        _ => 0,
    };

    private static Cell Of(SheetCell cell, string place, SharedTexts texts)
    {
        if (cell.Text is { } text)
            return new Cell { CellReference = place, StyleIndex = WorkbookStyles.Index(cell.Style, CellText.LooksLikeFormula(text)), DataType = CellValues.SharedString, CellValue = new CellValue(texts.IndexOf(text)) };
        var written = new Cell { CellReference = place, StyleIndex = WorkbookStyles.Index(cell.Style, isQuoted: false) };
        if (cell.Formula is { } formula) written.CellFormula = new CellFormula(formula);
        if (cell.Number is { } number) written.CellValue = new CellValue(number.ToString(CultureInfo.InvariantCulture));
        return written;
    }

    /// <summary>Packs the parts once more, in the order of their names and without a time.</summary>
    private static byte[] Timelessly(MemoryStream package)
    {
        using var result = new MemoryStream();
        using (var read = new ZipArchive(new MemoryStream(package.ToArray()), ZipArchiveMode.Read))
        using (var write = new ZipArchive(result, ZipArchiveMode.Create))
        {
            // Readers find the types of the parts first.
            foreach (var entry in read.Entries.OrderBy(e => e.FullName != "[Content_Types].xml").ThenBy(e => e.FullName, StringComparer.Ordinal))
            {
                var copy = write.CreateEntry(entry.FullName, CompressionLevel.Optimal);
                copy.LastWriteTime = Timeless;
                using var from = entry.Open();
                using var to = copy.Open();
                from.CopyTo(to);
            }
        }

        return result.ToArray();
    }

    /// <summary>Every text once.</summary>
    private sealed class SharedTexts
    {
        private readonly Dictionary<string, int> _places = new(StringComparer.Ordinal);
        private readonly List<string> _texts = [];
        private int _used;

        public int IndexOf(string text)
        {
            _used++;
            var clean = CellText.Clean(text);
            if (_places.TryGetValue(clean, out var place)) return place;
            _places[clean] = _texts.Count;
            _texts.Add(clean);
            return _texts.Count - 1;
        }

        public void WriteTo(SharedStringTablePart part)
        {
            using var writer = OpenXmlWriter.Create(part);
            writer.WriteStartElement(new SharedStringTable { Count = (uint)_used, UniqueCount = (uint)_texts.Count });
            foreach (var text in _texts) writer.WriteElement(new SharedStringItem(new Text(text) { Space = SpaceProcessingModeValues.Preserve }));
            writer.WriteEndElement();
        }
    }
}
