using CtmsAnalytics.Diagnostics;

namespace CtmsAnalytics.Workspace.Tables;

/// <summary>Which column of a file is which known column. The first name of a column is the one that messages and <c>--map</c> use; the others are synonyms, normalised.</summary>
internal sealed class FileColumns
{
    private readonly string[][] _known;
    private readonly int[] _positions;
    private readonly string[] _headers;

    private FileColumns(string[][] known, int[] positions, string[] headers) => (_known, _positions, _headers) = (known, positions, headers);

    /// <summary>Number of columns in the header.</summary>
    public int Count => _headers.Length;

    /// <summary>Reads the first row that is not blank as a header.</summary>
    /// <param name="source">The file, before its first sheet.</param>
    /// <param name="file">The file as the user named it.</param>
    /// <param name="known">Names by column.</param>
    /// <param name="needed">Columns that the file must have.</param>
    /// <param name="map">Known name by the name that the file gives it.</param>
    /// <exception cref="InputException">There is no header, a mapping names no column, or a column is missing.</exception>
    public static FileColumns Read(TableSource source, string file, string[][] known, IReadOnlyList<int> needed, IReadOnlyDictionary<string, string> map)
    {
        if (!source.NextSheet() || !NextFilled(source)) throw FileContent.Unusable(file, "The file has no header.", "Give a table whose first row names its columns.");
        var given = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var (theirs, ours) in map)
        {
            var at = Array.FindIndex(known, n => HeaderName.Normalise(n[0]) == HeaderName.Normalise(ours));
            if (at < 0) throw FileContent.Unusable(file, $"--map {theirs}={ours}: there is no column {ours}.", $"The columns are {string.Join(", ", known.Select(n => n[0]))}.");
            given[HeaderName.Normalise(theirs)] = at;
        }

        var positions = Enumerable.Repeat(-1, known.Length).ToArray();
        var headers = new string[source.Count];
        for (var i = 0; i < headers.Length; i++)
        {
            headers[i] = source[i].Text;
            var name = HeaderName.Normalise(headers[i]);
            var column = given.TryGetValue(name, out var mapped) ? mapped : Array.FindIndex(known, n => n.Any(k => HeaderName.Normalise(k) == name));
            if (column < 0) continue;
            if (positions[column] >= 0 && !given.ContainsKey(name)) continue;
            positions[column] = i;
        }

        var columns = new FileColumns(known, positions, headers);
        List<InputProblem> problems = [.. needed.Where(c => positions[c] < 0).Select(c => new InputProblem(
            file, null, null, $"There is no column {known[c][0]}; the file has {string.Join(", ", headers.Where(h => h.Length > 0))}.", $"Name the column that holds it: --map \"Their Name={known[c][0]}\"."))];
        return problems.Count > 0 ? throw new InputException(problems) : columns;
    }

    public string Text(TableSource source, int column) => _positions[column] < 0 ? "" : source[_positions[column]].Text;

    public Cell Cell(TableSource source, int column) => _positions[column] < 0 ? Tables.Cell.Empty : source[_positions[column]];

    public string HeaderOf(int column) => _positions[column] < 0 ? _known[column][0] : _headers[_positions[column]];

    private static bool NextFilled(TableSource source)
    {
        while (source.Read())
        {
            if (!source.IsBlank()) return true;
        }

        return false;
    }
}
