using System.Globalization;
using System.Text;
using CtmsAnalytics.Diagnostics;

namespace CtmsAnalytics.Workspace.Tables;

/// <summary>
/// Text separated by commas, semicolons, tabs or bars (RFC 4180 quoting). Written here because a person must be told the line that a record
/// begins on and a quote that never ends, which readers that guess do not say.
/// </summary>
internal sealed class DelimitedSource : TableSource
{
    private static readonly char[] Separators = [',', ';', '\t', '|'];

    private readonly string _name;
    private readonly string _text;
    private readonly char _separator;
    private readonly List<Cell> _cells = [];
    private readonly List<int> _starts = [];
    private readonly StringBuilder _quoted = new();
    private readonly List<string> _notes = [];
    private int _position;
    private long _line = 1;
    private long _rowNumber;
    private bool _opened;

    public DelimitedSource(string name, string text, string encoding)
    {
        _name = name;
        _text = text;
        _separator = FindSeparator(text);
        if (encoding.Length > 0) _notes.Add($"Read as {encoding} text.");
        if (_separator != ',') _notes.Add(_separator == '\t' ? "Columns are separated by tabs." : $"Columns are separated by '{_separator}'.");
    }

    public override string SheetName => "";

    public override long RowNumber => _rowNumber;

    public override int Count => _cells.Count;

    public override IReadOnlyList<string> Notes => _notes;

    public override Cell this[int column] => column < _cells.Count ? _cells[column] : Cell.Empty;

    public override bool NextSheet() => !_opened && (_opened = true);

    public override bool Read()
    {
        _cells.Clear();
        _starts.Clear();
        if (_position >= _text.Length) return false;
        _rowNumber = _line;
        while (true)
        {
            _starts.Add(_position);
            _cells.Add(ReadField());
            if (_position >= _text.Length) return true;
            var c = _text[_position++];
            if (c == _separator)
            {
                if (_position < _text.Length) continue;
                _cells.Add(Cell.Empty);
                return true;
            }

            if (c == '\r' && _position < _text.Length && _text[_position] == '\n') _position++;
            _line++;
            return true;
        }
    }

    /// <summary>Column of the record, in characters from 1, in which a field begins; the field after the last one begins behind the record.</summary>
    public int ColumnOf(int field) => field < _starts.Count ? _starts[field] - _starts[0] + 1 : _position - _starts[0] + 1;

    public override void Dispose()
    {
    }

    private Cell ReadField()
    {
        if (_position < _text.Length && _text[_position] == '"') return ReadQuoted();
        var end = _position;
        while (end < _text.Length && _text[end] != _separator && _text[end] is not ('\r' or '\n')) end++;
        var field = _text[_position..end];
        _position = end;
        return Cell.FromText(field);
    }

    private Cell ReadQuoted()
    {
        var startLine = _line;
        _quoted.Clear();
        _position++;
        while (true)
        {
            if (_position >= _text.Length)
            {
                var line = startLine.ToString(CultureInfo.InvariantCulture);
                throw new InputException([new InputProblem(_name, (int)Math.Min(startLine, int.MaxValue), null,
                    $"The quote that opens on line {line} never ends: the file is cut off or has a stray quotation mark.",
                    "Export it again; a quotation mark inside a quoted text is written twice.")]);
            }

            var c = _text[_position++];
            if (c == '"')
            {
                if (_position < _text.Length && _text[_position] == '"')
                {
                    _quoted.Append('"');
                    _position++;
                    continue;
                }

                break;
            }

            if (c == '\n') _line++;
            _quoted.Append(c);
        }

        // Text between the closing quote and the separator belongs to the field, as spreadsheets read it.
        while (_position < _text.Length && _text[_position] != _separator && _text[_position] is not ('\r' or '\n')) _quoted.Append(_text[_position++]);
        return Cell.FromText(_quoted.ToString());
    }

    private static char FindSeparator(string text)
    {
        var counts = new int[Separators.Length];
        var quoted = false;
        foreach (var c in text)
        {
            if (c == '"') quoted = !quoted;
            else if (!quoted && c is '\r' or '\n') break;
            else if (!quoted && Array.IndexOf(Separators, c) is >= 0 and var i) counts[i]++;
        }

        var best = 0;
        for (var i = 1; i < counts.Length; i++)
        {
            if (counts[i] > counts[best]) best = i;
        }

        return Separators[best];
    }
}
