using CtmsAnalytics.DuckDb;
using CtmsAnalytics.Workspace.Exports;

namespace CtmsAnalytics.Workspace.Tests.Exports;

public sealed class ParquetExportTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Write_FolderWithAQuote_HoldsEveryCentAndTextAsItIs()
    {
        var export = ExampleExport.Create();
        var folder = Directory.CreateDirectory(_folder["it's; DROP TABLE x--"]).FullName;

        ParquetExport.Write(RunTables.Of(export), folder);

        Assert.Equal(export.Books.Sum(b => b.Source.Costs.Total) / 100m, Scalar<decimal>(folder, "cube", "sum(amount)::DECIMAL(18, 2)"));
        Assert.Equal(ExampleExport.Formula, Scalar<string>(folder, "cube", "min(scenario)"));
        Assert.Equal("DECIMAL(18,2)", Scalar<string>(folder, "cube", "any_value(typeof(amount))"));
        Assert.Equal(12L, Scalar<long>(folder, "draws", "count(*)"));
        Assert.Equal(RunTables.Of(export).Count, Directory.GetFiles(folder, "*.parquet").Length);
    }

    private static T Scalar<T>(string folder, string table, string expression)
    {
        using var connection = new DuckDBConnection("Data Source=:memory:");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = $"SELECT {expression} FROM read_parquet(?)";
        command.Parameters.Add(new DuckDBParameter(Path.Combine(folder, table + ".parquet")));
        return (T)command.ExecuteScalar()!;
    }
}
