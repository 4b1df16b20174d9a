using System.Numerics;
using System.Runtime.InteropServices;
using Benchmarks.Harness;
using CtmsAnalytics.DuckDb;

namespace Benchmarks.DuckDb;

/// <summary>Sums of four columns of ten million rows, by columns and by rows.</summary>
internal static class ReadBenchmark
{
    internal const int Rows = 10_000_000;

    private const string Select = "SELECT * FROM t";

    internal static IReadOnlyList<Timing> Run(string file, int repetitions)
    {
        using var connection = new DuckDBConnection($"Data Source={file}");
        connection.Open();
        Execute(connection, $"""
            CREATE OR REPLACE TABLE t AS
            SELECT i AS id, (i % 1000) / 8.0::DOUBLE AS hours, DATE '2020-01-01' + (i % 2000)::INTEGER AS paid_on, ((i * 7919) % 100000000 / 100.0)::DECIMAL(18, 2) AS amount
            FROM range({Rows}) r(i)
            """);
        return Timing.Compare(
            repetitions,
            ("columns, streaming", () => Columns(connection, streaming: true)),
            ("columns, finished result", () => Columns(connection, streaming: false)),
            ("rows, typed getters, streaming", () => TypedRows(connection, streaming: true)),
            ("rows, typed getters, finished result", () => TypedRows(connection, streaming: false)),
            ("rows, GetValue, streaming", () => ObjectRows(connection)));
    }

    /// <summary>What of every reading is DuckDB's own: the same query with its chunks fetched and not looked at.</summary>
    internal static Timing Floor(string file, int repetitions)
    {
        using var connection = new DuckDBConnection($"Data Source={file}");
        connection.Open();
        return Timing.Compare(repetitions, ("DuckDB alone: chunks fetched and not looked at, streaming", () => CountRows(connection)))[0];
    }

    private static int CountRows(DuckDBConnection connection)
    {
        using var reader = Open(connection, streaming: true);
        var rows = 0;
        foreach (var chunk in reader.Chunks()) rows += chunk.RowCount;
        return rows;
    }

    private static Sums Columns(DuckDBConnection connection, bool streaming)
    {
        using var reader = Open(connection, streaming);
        var (ids, hours, days, cents) = (0L, 0.0, 0L, 0L);
        foreach (var chunk in reader.Chunks())
        {
            ids += Sum(chunk.Column<long>(0).Values);
            hours += Sum(chunk.Column<double>(1).Values);
            foreach (var day in chunk.Column<int>(2).Values) days += day;
            cents += Sum(chunk.Column<long>(3).Values);
        }
        return new Sums(ids, hours, days, cents);
    }

    private static Sums TypedRows(DuckDBConnection connection, bool streaming)
    {
        using var reader = Open(connection, streaming);
        var (ids, hours, days, amount) = (0L, 0.0, 0L, 0m);
        while (reader.Read())
        {
            ids += reader.GetInt64(0);
            hours += reader.GetDouble(1);
            days += DuckDBEpoch.FromDateOnly(reader.GetFieldValue<DateOnly>(2));
            amount += reader.GetDecimal(3);
        }
        return new Sums(ids, hours, days, (long)(amount * 100));
    }

    private static Sums ObjectRows(DuckDBConnection connection)
    {
        using var reader = Open(connection, streaming: true);
        var (ids, hours, days, amount) = (0L, 0.0, 0L, 0m);
        while (reader.Read())
        {
            ids += (long)reader.GetValue(0);
            hours += (double)reader.GetValue(1);
            days += DuckDBEpoch.FromDateOnly((DateOnly)reader.GetValue(2));
            amount += (decimal)reader.GetValue(3);
        }
        return new Sums(ids, hours, days, (long)(amount * 100));
    }

    private static T Sum<T>(ReadOnlySpan<T> values)
        where T : unmanaged, INumber<T>
    {
        var lanes = MemoryMarshal.Cast<T, Vector<T>>(values);
        var sums = Vector<T>.Zero;
        foreach (var lane in lanes) sums += lane;
        var sum = Vector.Sum(sums);
        foreach (var value in values[(lanes.Length * Vector<T>.Count)..]) sum += value;
        return sum;
    }

    private static DuckDBDataReader Open(DuckDBConnection connection, bool streaming)
    {
        using var command = new DuckDBCommand(Select, connection) { UseStreamingMode = streaming };
        return command.ExecuteReader();
    }

    private static void Execute(DuckDBConnection connection, string sql)
    {
        using var command = new DuckDBCommand(sql, connection);
        command.ExecuteNonQuery();
    }

    /// <summary>The sums that every way must agree on. The hours are eighths, so that their sum is exact in any order.</summary>
    internal readonly record struct Sums(long Ids, double Hours, long Days, long Cents);
}
