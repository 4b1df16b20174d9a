using System.Globalization;
using System.IO.Compression;
using System.Text.RegularExpressions;
using CtmsAnalytics.Workspace.Exports;
using CtmsAnalytics.Workspace.Exports.Workbooks;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;

namespace CtmsAnalytics.Workspace.Tests.Exports;

public sealed partial class RunWorkbookTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Write_SameRun_GivesTheSameBytesAndAValidWorkbook()
    {
        var bytes = RunWorkbook.Write(ExampleExport.Create());

        Assert.Equal(bytes, RunWorkbook.Write(ExampleExport.Create()));
        using var document = Open(bytes);
        Assert.Empty(new OpenXmlValidator().Validate(document).Select(e => $"{e.Part?.Uri} {e.Path?.XPath} {e.Description}"));
        Assert.Equal(
            ["Cover", "Summary", "Cost by component", "Object classes", "Organisations", "Cube", "Headcount", "Drivers", "Risk", "Request", "Assumptions"],
            document.WorkbookPart!.Workbook.Sheets!.Elements<DocumentFormat.OpenXml.Spreadsheet.Sheet>().Select(s => s.Name!.Value));
    }

    [Fact]
    public void Write_FirstCell_SaysThatItHoldsPersonalData()
    {
        using var document = Open(RunWorkbook.Write(ExampleExport.Create()));
        Assert.StartsWith("Holds personal data", Read(document, "Cover")["A1"].Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Write_NamesThatLookLikeFormulas_StayTextAndReachNoFormula()
    {
        using var document = Open(RunWorkbook.Write(ExampleExport.Create()));
        foreach (var part in document.WorkbookPart!.WorksheetParts)
            Assert.All(part.Worksheet.Descendants<CellFormula>(), f => Assert.Matches(FormulaForm(), f.Text));

        var cells = Read(document, "Cube").Values.Where(c => c.Text is not null).ToList();
        foreach (var name in new[] { ExampleExport.Formula, "@SUM(A1)", "-1+1" }) Assert.Contains(cells, c => c.Text == name && c.IsQuoted);
        // A control character is left out, and what has the form of an escape is shown as it is written.
        Assert.Contains(cells, c => c.Text == "bell");
        Assert.Contains(cells, c => c.Text == "_x005F_x0041_");
        Assert.DoesNotContain(cells, c => c.Text!.Any(char.IsControl));
    }

    [Fact]
    public void Write_Cube_HasTypedAmountsAndNamesThatCoverThem()
    {
        var export = ExampleExport.Create(areNasty: false);
        using var document = Open(RunWorkbook.Write(export));
        var cube = Read(document, "Cube");
        var lines = export.Books.Sum(b => b.Lines.Count);

        Assert.Equal(export.Books.Sum(b => b.Source.Costs.Total), cube.Where(c => c.Key.StartsWith('J') && c.Value.Number is not null).Sum(c => c.Value.Number!.Value * 100));
        Assert.Equal($"'Cube'!$J$2:$J${lines + 1}", document.WorkbookPart!.Workbook.DefinedNames!.Elements<DefinedName>().Single(n => n.Name == "Cube_Amount").Text);
        Assert.Contains("SUMIFS(Cube_Amount", Read(document, "Summary")["B5"].Formula, StringComparison.Ordinal);
        Assert.Equal(new DateTime(2026, 9, 20), DateTime.FromOADate((double)Read(document, "Cover").Values.First(c => c.Number > 40_000 && c.Number < 50_000).Number!.Value));
    }

    [LibreOfficeFact]
    public void Recalculated_WithPlainNames_ComesToOurTotals() => Recalculates(ExampleExport.Create(areNasty: false));

    [LibreOfficeFact]
    public void Recalculated_WithNamesThatArePatternsAndComparisons_ComesToOurTotals() => Recalculates(ExampleExport.Create());

    private void Recalculates(RunExport export)
    {
        var bytes = RunWorkbook.Write(export);
        var empty = _folder.Write("empty.xlsx", WithoutValues(bytes));
        using var ours = Open(bytes);
        using var theirs = SpreadsheetDocument.Open(LibreOffice.Recalculate(empty, _folder.Path), isEditable: false);
        var formulas = 0;
        foreach (var name in ours.WorkbookPart!.Workbook.Sheets!.Elements<DocumentFormat.OpenXml.Spreadsheet.Sheet>().Select(s => s.Name!.Value!))
        {
            var calculated = Read(theirs, name);
            Assert.All(calculated, c => Assert.False(c.Value.IsError, $"{name} {c.Key}"));
            foreach (var (place, cell) in Read(ours, name).Where(c => c.Value.Formula is not null))
            {
                formulas++;
                Assert.True(calculated.TryGetValue(place, out var value) && value.Number is { } number && Math.Abs(number - cell.Number!.Value) < 0.005m, $"{name} {place} ={cell.Formula}: {cell.Number} here, {value?.Number} there");
            }
        }

        Assert.True(formulas > 50);
        var total = Read(theirs, "Summary").Values.Where(c => c.Formula is not null).Select(c => Math.Round(c.Number!.Value * 100)).ToList();
        Assert.All(export.Books, b => Assert.Contains(b.Source.Costs.Total, total));
    }

    /// <summary>Takes the values of all formulas out, so that a program that shows one has calculated it.</summary>
    private static byte[] WithoutValues(byte[] workbook)
    {
        using var copy = new MemoryStream();
        copy.Write(workbook);
        using (var archive = new ZipArchive(copy, ZipArchiveMode.Update, leaveOpen: true))
        {
            foreach (var entry in archive.Entries.Where(e => e.FullName.StartsWith("xl/worksheets/", StringComparison.Ordinal)).ToList())
            {
                string text;
                using (var reader = new StreamReader(entry.Open())) text = reader.ReadToEnd();
                using var stream = entry.Open();
                stream.SetLength(0);
                using var writer = new StreamWriter(stream);
                writer.Write(FormulaValue().Replace(text, "$1"));
            }
        }

        return copy.ToArray();
    }

    private static SpreadsheetDocument Open(byte[] bytes) => SpreadsheetDocument.Open(new MemoryStream(bytes), isEditable: false);

    private static Dictionary<string, ReadCell> Read(SpreadsheetDocument document, string sheet)
    {
        var book = document.WorkbookPart!;
        var id = book.Workbook.Sheets!.Elements<DocumentFormat.OpenXml.Spreadsheet.Sheet>().Single(s => s.Name == sheet).Id!.Value!;
        var texts = book.SharedStringTablePart?.SharedStringTable.Elements<SharedStringItem>().Select(i => i.InnerText).ToList() ?? [];
        var formats = book.WorkbookStylesPart!.Stylesheet.CellFormats!.Elements<CellFormat>().ToList();
        return ((WorksheetPart)book.GetPartById(id)).Worksheet.Descendants<Cell>().ToDictionary(c => c.CellReference!.Value!, c =>
        {
            var type = c.DataType?.Value;
            var value = c.CellValue?.Text;
            var isText = type is CellValues.SharedString or CellValues.String or CellValues.InlineString;
            return new ReadCell(
                !isText ? null : type == CellValues.SharedString ? texts[int.Parse(value!, CultureInfo.InvariantCulture)] : value ?? c.InnerText,
                !isText && type != CellValues.Error && decimal.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null,
                c.CellFormula?.Text,
                type == CellValues.Error,
                formats[(int)(c.StyleIndex?.Value ?? 0)].QuotePrefix?.Value ?? false);
        });
    }

    [GeneratedRegex("""^[A-Za-z0-9_$:(),*+/=.-]+$""")]
    private static partial Regex FormulaForm();

    [GeneratedRegex("(</(?:x:)?f>)<(?:x:)?v>[^<]*</(?:x:)?v>")]
    private static partial Regex FormulaValue();

    private sealed record ReadCell(string? Text, decimal? Number, string? Formula, bool IsError, bool IsQuoted);
}
