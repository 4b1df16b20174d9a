using System.Globalization;
using CtmsAnalytics.Diagnostics;
using CtmsAnalytics.Workspace.Reference;
using CtmsAnalytics.WorkValuation;

namespace CtmsAnalytics.Workspace.Qualifications;

/// <summary>Reads a qualifications library and its scheme from a folder of tables. The format is described in <c>data/qualifications/README.md</c>.</summary>
public static class QualificationFiles
{
    /// <summary>Name of the table that every such folder has.</summary>
    internal const string Main = "library.csv";

    /// <summary>Reads and checks a folder.</summary>
    /// <param name="folder">The folder.</param>
    /// <returns>Library and scheme.</returns>
    /// <exception cref="InputException">A table is missing or has a row that cannot be used, or library and scheme do not fit; all that is wrong with the whole is named.</exception>
    public static ValuationBasis Read(string folder)
    {
        ArgumentException.ThrowIfNullOrEmpty(folder);
        IReadOnlyList<ShippedTable> Rows(string file) => ShippedTable.Read(Path.Combine(folder, file));
        var links = Rows("links.csv").ToLookup(r => r.Text("qualification"), r => new FrameworkLink(r.Text("framework"), r.Text("element")), StringComparer.Ordinal);
        var roles = Rows("specialisation_roles.csv").ToLookup(r => r.Text("specialisation"), r => new FrameworkLink(r.Text("framework"), r.Text("role")), StringComparer.Ordinal);
        var items = Rows("scheme_items.csv").ToLookup(r => r.Text("factor"), StringComparer.Ordinal);
        var qualifications = Rows(Main);
        var known = qualifications.Select(q => q.Text("qualification")).ToHashSet(StringComparer.Ordinal);
        if (links.FirstOrDefault(l => !known.Contains(l.Key)) is { } dangling)
            throw new InputException($"{Path.Combine(folder, "links.csv")}: It links {dangling.Key}, which {Main} does not have. Correct one of the two.");
        var library = new QualificationLibrary(
            [.. qualifications.Select(r => new Qualification(r.Text("qualification"), r.Text("name"), r.Text("category"), r.Text("description")) { Links = [.. links[r.Text("qualification")]] })],
            [.. Rows("proficiency.csv").Select(r => new Proficiency((int)r.Number("level"), r.Text("name"), r.Text("meaning")))],
            [.. Rows("work_factors.csv").Select(r => new WorkFactor(r.Text("work_factor"), r.Text("name"), r.Text("description")))],
            [.. Rows("specialisations.csv").GroupBy(r => r.Text("specialisation"), StringComparer.Ordinal).Select(g => new Specialisation(g.Key, g.First().Text("name"), Weights(g, "qualification"), [.. roles[g.Key]]))]);
        var scheme = Rows("scheme.csv") is [var only] ? only : throw new InputException($"{Path.Combine(folder, "scheme.csv")}: A scheme is one row. Keep one version in the file; the workspace keeps the earlier ones.");
        return new ValuationBasis(
            library,
            new ValuationScheme(
                scheme.Text("scheme"), (int)scheme.Number("version"), Date(scheme), scheme.Number("points"), scheme.Number("least_specialisation"),
                [.. Rows("scheme_factors.csv").Select(r => new ValuationFactor(r.Text("factor"), r.Text("name"), r.Number("weight"), r.Text("best").Length == 0 ? 0 : (int)r.Number("best"), Weights(items[r.Text("factor")], "item")))],
                [.. Rows("scheme_levels.csv").Select(r => new ValuationLevel(r.Text("level"), r.Text("ladder"), r.Number("cut_point"), r.Text("title"), r.Text("rank"), r.Text("track")))],
                Rows("scheme_ladders.csv").ToDictionary(r => r.Text("track"), r => r.Text("ladder"), StringComparer.Ordinal)))
            .Require(folder);
    }

    private static Dictionary<string, double> Weights(IEnumerable<ShippedTable> rows, string column)
    {
        var weights = new Dictionary<string, double>(StringComparer.Ordinal);
        foreach (var row in rows)
        {
            if (!weights.TryAdd(row.Text(column), row.Number("weight"))) throw new InputException([row.Problem(column, $"{row.Text(column)} stands more than once", "Keep one row.")]);
        }

        return weights;
    }

    private static DateOnly Date(ShippedTable row) =>
        DateOnly.TryParseExact(row.Text("effective"), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            ? date
            : throw new InputException([row.Problem("effective", $"'{row.Text("effective")}' is no date", "Write it as 2025-03-31.")]);
}
