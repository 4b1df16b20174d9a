using System.Numerics;
using System.Runtime.InteropServices;
using Benchmarks.Harness;
using CtmsAnalytics.DuckDb;

namespace Benchmarks.DuckDb;

/// <summary>Sums of four columns of ten million rows, by columns and by rows, over the same streaming query.</summary>
internal static class ReadBenchmark
{
    internal const int Rows = 10_000_000;

    internal const string Columns = "columns: chunk.Column<T>().Values";
    internal const string TypedRows = "rows: Read() and typed getters";
    internal const string CheckedRows = "rows: Read(), IsDBNull and typed getters";
    internal const string ObjectRows = "rows: Read() and GetValue";
    internal const string NamedRows = "rows: Read() and reader[\"name\"], checked for DBNull";
    internal const string Floor = "DuckDB alone: chunks fetched and not looked at";

    internal static IReadOnlyList<Timing> Run(string file, int repetitions)
    {
        using var connection = new DuckDBConnection($"Data Source={file}");
        connection.Open();
        using (var create = new DuckDBCommand(
            $"""
            CREATE TABLE t AS
            SELECT i AS id, i % 1000 / 8.0::DOUBLE AS hours, DATE '2020-01-01' + (i % 2000)::INTEGER AS paid_on, (i * 7919 % 100000000 / 100.0)::DECIMAL(18, 2) AS amount
            FROM range({Rows}) r(i);
            SET threads = 1
            """,
            connection)) create.ExecuteNonQuery();
        var expected = ByTypedRows(connection);
        return Timing.Compare(
            repetitions,
            () => { },
            Check,
            (Columns, () => ByColumns(connection)),
            (TypedRows, () => ByTypedRows(connection)),
            (CheckedRows, () => ByCheckedRows(connection)),
            (ObjectRows, () => ByObjectRows(connection)),
            (NamedRows, () => ByNamedRows(connection)),
            (Floor, () => CountRows(connection)));

        void Check(string way, Sums got)
        {
            var right = way == Floor ? new Sums(Rows, 0, 0, 0) : expected;
            if (got != right) throw new InvalidOperationException($"'{way}' gives {got} and the right answer is {right}: nothing was measured.");
        }
    }

    private static Sums ByColumns(DuckDBConnection connection)
    {
        using var reader = Open(connection);
        var (ids, hours, days, cents) = (0L, 0.0, 0L, 0L);
        foreach (var chunk in reader.Chunks())
        {
            ids += Sum(chunk.Column<long>(0));
            hours += Sum(chunk.Column<double>(1));
            days += SumWide(chunk.Column<int>(2));
            cents += Sum(chunk.Column<long>(3));
        }
        return new Sums(ids, hours, days, cents);
    }

    private static Sums ByTypedRows(DuckDBConnection connection)
    {
        using var reader = Open(connection);
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

    private static Sums ByCheckedRows(DuckDBConnection connection)
    {
        using var reader = Open(connection);
        var (ids, hours, days, amount) = (0L, 0.0, 0L, 0m);
        while (reader.Read())
        {
            if (!reader.IsDBNull(0)) ids += reader.GetInt64(0);
            if (!reader.IsDBNull(1)) hours += reader.GetDouble(1);
            if (!reader.IsDBNull(2)) days += DuckDBEpoch.FromDateOnly(reader.GetFieldValue<DateOnly>(2));
            if (!reader.IsDBNull(3)) amount += reader.GetDecimal(3);
        }
        return new Sums(ids, hours, days, (long)(amount * 100));
    }

    private static Sums ByObjectRows(DuckDBConnection connection)
    {
        using var reader = Open(connection);
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

    private static Sums ByNamedRows(DuckDBConnection connection)
    {
        using var reader = Open(connection);
        var (ids, hours, days, amount) = (0L, 0.0, 0L, 0m);
        while (reader.Read())
        {
            if (reader["id"] is not DBNull and var id) ids += (long)id;
            if (reader["hours"] is not DBNull and var worked) hours += (double)worked;
            if (reader["paid_on"] is not DBNull and var paidOn) days += DuckDBEpoch.FromDateOnly((DateOnly)paidOn);
            if (reader["amount"] is not DBNull and var paid) amount += (decimal)paid;
        }
        return new Sums(ids, hours, days, (long)(amount * 100));
    }

    private static Sums CountRows(DuckDBConnection connection)
    {
        using var reader = Open(connection);
        var rows = 0;
        foreach (var chunk in reader.Chunks()) rows += chunk.RowCount;
        return new Sums(rows, 0, 0, 0);
    }

    private static T Sum<T>(DuckDBColumn<T> column)
        where T : unmanaged, INumber<T>
    {
        if (!column.AllValid) throw new InvalidOperationException("The benchmark's table has no NULL.");
        var lanes = MemoryMarshal.Cast<T, Vector<T>>(column.Values);
        var sums = Vector<T>.Zero;
        foreach (var lane in lanes) sums += lane;
        var sum = Vector.Sum(sums);
        foreach (var value in column.Values[(lanes.Length * Vector<T>.Count)..]) sum += value;
        return sum;
    }

    private static long SumWide(DuckDBColumn<int> column)
    {
        if (!column.AllValid) throw new InvalidOperationException("The benchmark's table has no NULL.");
        var lanes = MemoryMarshal.Cast<int, Vector<int>>(column.Values);
        var sums = Vector<long>.Zero;
        foreach (var lane in lanes)
        {
            Vector.Widen(lane, out var low, out var high);
            sums += low + high;
        }
        var sum = Vector.Sum(sums);
        foreach (var value in column.Values[(lanes.Length * Vector<int>.Count)..]) sum += value;
        return sum;
    }

    private static DuckDBDataReader Open(DuckDBConnection connection)
    {
        using var command = new DuckDBCommand("SELECT * FROM t", connection) { UseStreamingMode = true };
        return command.ExecuteReader();
    }

    /// <summary>The sums that every way must agree on. The hours are eighths, so that their sum is exact in any order.</summary>
    private readonly record struct Sums(long Ids, double Hours, long Days, long Cents);
}
