using System.Runtime.CompilerServices;

namespace CtmsAnalytics.DuckDb.Tests;

public sealed class ReadmeTests
{
    private const string Begin = "// README begins";
    private const string End = "// README ends";

    [Fact]
    public void Sample_OfTheReadme_IsTheCodeBelowAndWorks()
    {
        Assert.Equal(SampleOfReadme(), SampleBelow());
        Assert.Equal(["Ann 120000.50", "218000.5 in all"], RunSample());
    }

    private static List<string> RunSample()
    {
        var lines = new List<string>();
        // README begins
        using var connection = new DuckDBConnection("Data Source=:memory:");
        connection.Open();
        using var create = new DuckDBCommand("CREATE TABLE pay (person VARCHAR, salary DECIMAL(18,2), hired_on DATE)", connection);
        create.ExecuteNonQuery();

        // Rows are kept by Close(), and by nothing else.
        using (var appender = connection.CreateAppender("pay"))
        {
            appender.CreateRow().AppendValue("Ann").AppendValue(120_000.50m).AppendValue(new DateOnly(2021, 3, 1)).EndRow();
            appender.CreateRow().AppendValue("Zoë").AppendValue(98_000m).AppendNullValue().EndRow();
            appender.Close();
        }

        // Row by row, with parameters: ? and $1 by position, $name by name.
        using var query = new DuckDBCommand("SELECT person, salary FROM pay WHERE salary > $least ORDER BY person", connection);
        query.Parameters.AddWithValue("least", 100_000);
        using (var reader = query.ExecuteReader())
        {
            while (reader.Read()) lines.Add($"{reader.GetString(0)} {reader.GetDecimal(1)}");
        }

        // As columns: no copy, no call per value. A DECIMAL(18,2) is stored as a long of cents.
        using var all = new DuckDBCommand("SELECT salary FROM pay", connection) { UseStreamingMode = true };
        using (var reader = all.ExecuteReader())
        {
            var cents = 0L;
            foreach (var chunk in reader.Chunks())
            {
                var salary = chunk.Column<long>(0);
                for (var i = 0; i < chunk.RowCount; i++)
                {
                    if (salary.IsValid(i)) cents += salary.Values[i];
                }
            }
            lines.Add($"{cents / 100m} in all");
        }
        // README ends
        return lines;
    }

    private static string SampleBelow([CallerFilePath] string thisFile = "")
    {
        var lines = File.ReadAllLines(thisFile).Select(line => line.Length > 8 ? line[8..] : line.Trim()).ToList();
        var begin = lines.IndexOf(Begin) + 1;
        return string.Join('\n', lines[begin..lines.IndexOf(End)]);
    }

    private static string SampleOfReadme([CallerFilePath] string thisFile = "")
    {
        const string Fence = "```csharp\n";
        var text = File.ReadAllText(Path.Combine(Path.GetDirectoryName(thisFile)!, "..", "..", "src", "CtmsAnalytics.DuckDb", "README.md"));
        var begin = text.IndexOf(Fence, StringComparison.Ordinal) + Fence.Length;
        return text[begin..text.IndexOf("\n```", begin, StringComparison.Ordinal)];
    }
}
