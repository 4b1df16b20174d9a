using System.Text;

namespace CtmsAnalytics.Tests.Data;

/// <summary>Finds the shipped data beside the solution and reads it without any help from the product.</summary>
internal static class RepositoryData
{
    public static string Root { get; } = FindRoot();

    /// <summary>Public originals that the shipped tables were written from, where a machine has them.</summary>
    public static string OriginalsFolder { get; } = Path.GetFullPath(Path.Combine(Root, "..", "shared", "data"));

    public static string FullPath(string relative) => Path.Combine([Root, "data", .. relative.Split('/')]);

    public static string Text(string relative) => File.ReadAllText(FullPath(relative), new UTF8Encoding(false, throwOnInvalidBytes: true));

    public static IReadOnlyList<Dictionary<string, string>> Rows(string relative) => Parse(Text(relative));

    public static IReadOnlyList<Dictionary<string, string>> Originals(string relative)
        => Parse(File.ReadAllText(Path.Combine([OriginalsFolder, .. relative.Split('/')])));

    /// <summary>RFC 4180 by the letter: a ragged line or a stray quote is an error here.</summary>
    public static IReadOnlyList<Dictionary<string, string>> Parse(string text)
    {
        var lines = new List<List<string>>();
        var line = new List<string>();
        var cell = new StringBuilder();
        var quoted = false;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (quoted)
            {
                if (c != '"')
                    cell.Append(c);
                else if (i + 1 < text.Length && text[i + 1] == '"')
                    cell.Append(text[++i]);
                else
                    quoted = false;
            }
            else if (c == '"')
            {
                if (cell.Length > 0)
                    throw new FormatException($"Line {lines.Count + 1}: a quote inside an unquoted cell.");
                quoted = true;
            }
            else if (c is ',' or '\n')
            {
                line.Add(cell.ToString());
                cell.Clear();
                if (c == '\n')
                {
                    lines.Add(line);
                    line = [];
                }
            }
            else if (c != '\r')
            {
                cell.Append(c);
            }
        }

        if (quoted || cell.Length > 0 || line.Count > 0)
            throw new FormatException($"Line {lines.Count + 1}: the last line does not end.");
        var header = lines[0];
        return [.. lines.Skip(1).Select((cells, i) => cells.Count == header.Count
            ? header.Zip(cells).ToDictionary(p => p.First, p => p.Second, StringComparer.Ordinal)
            : throw new FormatException($"Line {i + 2}: {cells.Count} cells under {header.Count} columns."))];
    }

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "CtmsAnalytics.sln")))
            folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException($"CtmsAnalytics.sln stands in no folder above {AppContext.BaseDirectory}.");
    }
}
