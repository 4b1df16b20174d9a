using System.Globalization;
using System.Text;
using CtmsAnalytics.Diagnostics;
using ExcelDataReader;

namespace CtmsAnalytics.Workspace.Tables;

/// <summary>A workbook, .xlsx or the older .xls. Formulas give their stored result; a text that starts with '=' is text.</summary>
internal sealed class ExcelSource : TableSource
{
    private readonly string _name;
    private readonly MemoryStream _stream;
    private readonly IExcelDataReader _reader;
    private bool _first = true;

    static ExcelSource() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    public ExcelSource(FileContent content)
    {
        _name = content.Name;
        _stream = new MemoryStream(content.Bytes, writable: false);
        _reader = Guard(() => ExcelReaderFactory.CreateReader(_stream));
    }

    public override string SheetName => _reader.Name;

    public override long RowNumber => _reader.Depth + 1;

    public override int Count => _reader.FieldCount;

    public override Cell this[int column]
    {
        get
        {
            if (column >= _reader.FieldCount) return Cell.Empty;
            return _reader.GetValue(column) switch
            {
                null => Cell.Empty,
                string text => Cell.FromText(text),
                double number => Cell.FromNumber(number),
                int number => Cell.FromNumber(number),
                bool flag => new Cell(CellKind.Boolean, flag ? "TRUE" : "FALSE", double.NaN),
                DateTime date => Cell.FromDate(date),
                TimeSpan time => new Cell(CellKind.Date, time.ToString("c", CultureInfo.InvariantCulture), double.NaN),
                var other => Cell.FromText(Convert.ToString(other, CultureInfo.InvariantCulture) ?? ""),
            };
        }
    }

    public override bool NextSheet()
    {
        if (!_first) return Guard(_reader.NextResult);
        _first = false;
        return _reader.ResultsCount > 0;
    }

    public override bool Read() => Guard(_reader.Read);

    public override void Dispose()
    {
        _reader.Dispose();
        _stream.Dispose();
    }

    // The reader of the format throws what the damage happens to hit (zip, XML, index, cast): all of it means that the file is not whole.
    private T Guard<T>(Func<T> action)
    {
        try
        {
            return action();
        }
        catch (Exception exception) when (exception is not (OutOfMemoryException or OperationCanceledException))
        {
            throw new InputException([new InputProblem(_name, null, null,
                "The workbook cannot be read: it is cut off, damaged, protected by a password, or a zip archive without a workbook in it.",
                "Download or export it again; unpack an archive first and import the .xlsx inside.")]);
        }
    }
}
