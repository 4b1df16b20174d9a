using Benchmarks.Harness;
using CtmsAnalytics.DuckDb;

namespace Benchmarks.DuckDb;

/// <summary>One million rows of eight columns into an empty table: the appender against DuckDB's own copy of the same data.</summary>
internal static class AppendBenchmark
{
    internal const int Rows = 1_000_000;

    internal const string Own = "DuckDB: INSERT ... SELECT";
    internal const string ByColumns = "appender: a span for each column";
    internal const string ByRows = "appender: row by row";

    private const string Columns =
        "id BIGINT, level INTEGER, salary DECIMAL(18, 2), fraction DOUBLE, hired_on DATE, remote BOOLEAN, worksite VARCHAR, note VARCHAR";

    internal static IReadOnlyList<Timing> Run(string file, int repetitions)
    {
        using var connection = new DuckDBConnection($"Data Source={file}");
        connection.Open();
        var data = People.Make(Rows);
        Execute(connection, $"CREATE OR REPLACE TABLE source ({Columns})");
        AppendColumns(connection, data, "source");

        var expected = Scalar(connection, Checksum("source"));
        void Reset() => Execute(connection, $"DROP TABLE IF EXISTS target; CREATE TABLE target ({Columns}); CHECKPOINT");
        void Check(string way, int rows)
        {
            var got = Scalar(connection, Checksum("target"));
            if (rows != Rows || got != expected) throw new InvalidOperationException($"'{way}' wrote {got} and the source has {expected}: nothing was measured.");
        }

        return Timing.Compare(
            repetitions,
            Reset,
            Check,
            (Own, () => Execute(connection, "INSERT INTO target SELECT * FROM source")),
            (ByColumns, () => AppendColumns(connection, data, "target")),
            (ByRows, () => AppendRows(connection, data)));
    }

    private static string Checksum(string table) =>
        $"SELECT count(*) || '|' || sum(hash(id, level, salary, fraction, hired_on, remote, worksite, note)::HUGEINT)::VARCHAR FROM {table}";

    private static int AppendColumns(DuckDBConnection connection, People data, string table)
    {
        const int Block = 65_536;
        using var appender = connection.CreateAppender(table);
        for (var start = 0; start < data.Id.Length; start += Block)
        {
            var count = Math.Min(Block, data.Id.Length - start);
            appender.CreateColumns(count)
                .Column<long>(data.Id.AsSpan(start, count))
                .Column<int>(data.Level.AsSpan(start, count))
                .ColumnAsStored<long>(data.SalaryCents.AsSpan(start, count))
                .Column<double>(data.Fraction.AsSpan(start, count))
                .Column<DateOnly>(data.HiredOn.AsSpan(start, count))
                .Column<bool>(data.Remote.AsSpan(start, count))
                .Column<string>(data.Worksite.AsSpan(start, count))
                .Column<string?>(data.Note.AsSpan(start, count))
                .Append();
        }
        appender.Close();
        return (int)appender.RowCount;
    }

    private static int AppendRows(DuckDBConnection connection, People data)
    {
        using var appender = connection.CreateAppender("target");
        for (var i = 0; i < data.Id.Length; i++)
        {
            appender.CreateRow()
                .AppendValue(data.Id[i])
                .AppendValue(data.Level[i])
                .AppendValue(data.SalaryCents[i] / 100m)
                .AppendValue(data.Fraction[i])
                .AppendValue(data.HiredOn[i])
                .AppendValue(data.Remote[i])
                .AppendValue(data.Worksite[i])
                .AppendValue(data.Note[i])
                .EndRow();
        }
        appender.Close();
        return (int)appender.RowCount;
    }

    private static int Execute(DuckDBConnection connection, string sql)
    {
        using var command = new DuckDBCommand(sql, connection);
        return command.ExecuteNonQuery();
    }

    private static string? Scalar(DuckDBConnection connection, string sql)
    {
        using var command = new DuckDBCommand(sql, connection);
        return (string?)command.ExecuteScalar();
    }

    /// <summary>Made-up rows, the same every time: short and long texts, one note in ten missing.</summary>
    private sealed record People(
        long[] Id, int[] Level, long[] SalaryCents, double[] Fraction, DateOnly[] HiredOn, bool[] Remote, string[] Worksite, string?[] Note)
    {
        internal static People Make(int count)
        {
            string[] sites = ["Arlington", "Washington", "Pensacola", "Idaho Falls", "Denver-Aurora-Lakewood, CO", "New York-Newark-Jersey City"];
            var rows = Enumerable.Range(0, count).Select(i => (Id: (long)i, Mixed: (long)(uint)(i * 2654435761u))).ToArray();
            return new People(
                [.. rows.Select(r => r.Id)],
                [.. rows.Select(r => (int)(r.Mixed % 13))],
                [.. rows.Select(r => 7_000_000 + r.Mixed % 15_000_000)],
                [.. rows.Select(r => r.Mixed % 1000 / 1000.0)],
                [.. rows.Select(r => new DateOnly(2005, 1, 1).AddDays((int)(r.Mixed % 7000)))],
                [.. rows.Select(r => r.Mixed % 3 == 0)],
                [.. rows.Select(r => sites[r.Mixed % sites.Length])],
                [.. rows.Select(r => r.Mixed % 10 == 0 ? null : FormattableString.Invariant($"person {r.Id} of class {r.Mixed % 97}"))]);
        }
    }
}
