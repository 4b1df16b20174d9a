using System.Text.Json;
using CtmsAnalytics.DuckDb;
using CtmsAnalytics.Workspace.Storage;
using CtmsAnalytics.WorkValuation;

namespace CtmsAnalytics.Workspace.Qualifications;

/// <summary>Libraries and schemes of a workspace.</summary>
internal static class ValuationStore
{
    private static readonly JsonSerializerOptions Options = new() { PropertyNamingPolicy = JsonNamingPolicy.CamelCase };

    /// <summary>Stores the shipped library in a workspace that has the table and no library yet.</summary>
    public static void Bring(DuckDBConnection connection, string dataDirectory, DateTime time)
    {
        var folder = Path.Combine(dataDirectory, "qualifications");
        if (!File.Exists(Path.Combine(folder, QualificationFiles.Main))) return;
        if ((long)connection.Scalar("SELECT count(*) FROM duckdb_tables() WHERE table_name = 'valuation_basis'")! == 0 || Load(connection) is not null) return;
        Store(connection, QualificationFiles.Read(folder), "shipped with the program", time);
    }

    /// <summary>Stores a library and its scheme as the one in force; the same content as the one in force changes nothing.</summary>
    /// <returns>Whether anything changed.</returns>
    public static bool Store(DuckDBConnection connection, ValuationBasis basis, string source, DateTime time)
    {
        var document = JsonSerializer.Serialize(basis, Options);
        if (Document(connection) == document) return false;
        connection.Execute("INSERT INTO valuation_basis SELECT coalesce(max(basis_id), 0) + 1, ?, ?, ? FROM valuation_basis", time, source, document);
        return true;
    }

    /// <summary>The library and the scheme in force; null where the workspace has none.</summary>
    public static ValuationBasis? Load(DuckDBConnection connection) => Document(connection) is { } text ? JsonSerializer.Deserialize<ValuationBasis>(text, Options) : null;

    private static string? Document(DuckDBConnection connection) => connection.Scalar("SELECT document FROM valuation_basis ORDER BY basis_id DESC LIMIT 1") as string;
}
