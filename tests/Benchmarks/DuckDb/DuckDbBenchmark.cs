using Benchmarks.Harness;
using CtmsAnalytics.DuckDb;

namespace Benchmarks.DuckDb;

/// <summary>The provider's two promises, measured; see README.md.</summary>
internal static class DuckDbBenchmark
{
    private const int Repetitions = 7;

    internal static int Run()
    {
        var folder = Directory.CreateTempSubdirectory("duckdb-benchmark-");
        try
        {
            var report = new Report("duckdb", Machine.This, $"DuckDB {Version()}", [Read(folder), Append(folder, "a file"), Append(folder, "memory")]);
            report.Write(ProjectFolder.Results);
            Console.WriteLine(report.Markdown());
        }
        finally
        {
            folder.Delete(recursive: true);
        }
        return 0;
    }

    private static Part Read(DirectoryInfo folder)
    {
        var timings = ReadBenchmark.Run(Path.Combine(folder.FullName, "read.duckdb"), Repetitions);
        Timing Of(string way) => timings.Single(t => t.Way == way);
        var (columns, floor) = (Of(ReadBenchmark.Columns), Of(ReadBenchmark.Floor));
        string[] rows = [ReadBenchmark.TypedRows, ReadBenchmark.CheckedRows, ReadBenchmark.ObjectRows, ReadBenchmark.NamedRows];
        return new Part(
            "Reading 10 million rows of 4 columns",
            "`SELECT *` of BIGINT, DOUBLE, DATE, DECIMAL(18,2) from a file, all four columns summed; streaming, `threads = 1` for every way " +
            "(there is nothing to share in such a query, and the hand-over between threads costs more than it saves).",
            timings,
            [
                .. rows.Select(way => Ratio.Of($"columns against {way}, the whole query", Of(way), columns)),
                .. rows.Select(way => Ratio.Beyond($"columns against {way}, without DuckDB's own part of both", floor, Of(way), columns)),
            ]);
    }

    private static Part Append(DirectoryInfo folder, string place)
    {
        var source = place == "memory" ? ":memory:" : Path.Combine(folder.FullName, "append.duckdb");
        var timings = AppendBenchmark.Run(source, Repetitions);
        Timing Of(string way) => timings.Single(t => t.Way == way);
        return new Part(
            $"Appending 1 million rows of 8 columns to {place}",
            "BIGINT, INTEGER, DECIMAL(18,2), DOUBLE, DATE, BOOLEAN and two VARCHAR (short and long, one in ten NULL) into an empty table, committed; " +
            "DuckDB's own way copies the same rows from another table of the database.",
            timings,
            [
                Ratio.Of($"{AppendBenchmark.ByColumns}, against {AppendBenchmark.Own}", Of(AppendBenchmark.Own), Of(AppendBenchmark.ByColumns)),
                Ratio.Of($"{AppendBenchmark.ByRows}, against {AppendBenchmark.Own}", Of(AppendBenchmark.Own), Of(AppendBenchmark.ByRows)),
            ]);
    }

    private static string Version()
    {
        using var connection = new DuckDBConnection(":memory:");
        return connection.ServerVersion;
    }
}
