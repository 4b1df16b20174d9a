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
            var file = Path.Combine(folder.FullName, "benchmark.duckdb");
            var read = ReadBenchmark.Run(file, Repetitions);
            var floor = ReadBenchmark.Floor(file, Repetitions);
            var append = AppendBenchmark.Run(Path.Combine(folder.FullName, "append.duckdb"), Repetitions);
            foreach (var t in read.Append(floor).Concat(append)) Console.WriteLine($"{t.MedianSeconds:F3}  {t.Way}   [{string.Join(' ', t.Seconds)}]");
        }
        finally
        {
            folder.Delete(recursive: true);
        }
        return 0;
    }
}
