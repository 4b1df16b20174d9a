using System.Diagnostics;

namespace CtmsAnalytics.DuckDb.Tests;

public sealed class StressTests
{
    [Fact]
    public void OpenQueryClose_ManyTimes_DoesNotGrow()
    {
        Cycle(50);
        var before = WorkingMemory();
        Cycle(300);
        var growth = WorkingMemory() - before;

        // One lost result of each cycle would be 300 x 400 kB.
        Assert.True(growth < 60_000_000, $"Memory grew by {growth} bytes over 300 cycles.");
    }

    [Fact]
    public void EverythingLeftUndisposed_IsCollectedWithoutHarm()
    {
        using var db = TestDatabase.OnDisk();
        db.Run("CREATE TABLE t AS SELECT range AS v, 'a text that is longer than twelve ' || range AS s FROM range(20000)");
        for (var i = 0; i < 60; i++)
        {
            Abandon(db.File, i);
            if (i % 10 != 9) continue;
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }

        Assert.Equal(20000L, db.Scalar("SELECT count(*) FROM t"));
    }

    [Fact]
    public async Task ManyThreads_EachWithItsConnection_ReadAndAppend()
    {
        using var db = TestDatabase.OnDisk();
        db.Run("CREATE TABLE t (worker INTEGER, v INTEGER)");
        await Task.WhenAll(Enumerable.Range(0, 4).Select(worker => Task.Run(() =>
        {
            using var connection = new DuckDBConnection($"Data Source={db.File}");
            connection.Open();
            for (var round = 0; round < 10; round++)
            {
                using (var appender = connection.CreateAppender("t"))
                {
                    for (var i = 0; i < 3000; i++) appender.CreateRow().AppendValue(worker).AppendValue(i).EndRow();
                    appender.Close();
                }
                using var command = new DuckDBCommand("SELECT v FROM t WHERE worker = ?", connection) { UseStreamingMode = round % 2 == 0 };
                command.Parameters.Add(new DuckDBParameter(worker));
                using var reader = command.ExecuteReader();
                var sum = 0L;
                foreach (var chunk in reader.Chunks())
                {
                    foreach (var v in chunk.Column<int>(0).Values) sum += v;
                }
                Assert.Equal((round + 1) * 2999L * 3000 / 2, sum);
            }
        })));

        Assert.Equal(120_000L, db.Scalar("SELECT count(*) FROM t"));
    }

    private static void Cycle(int times)
    {
        for (var i = 0; i < times; i++)
        {
            using var db = TestDatabase.InMemory();
            db.Run("CREATE TABLE t (v BIGINT, s VARCHAR, l DOUBLE[])");
            using (var appender = db.Connection.CreateAppender("t"))
            {
                for (var row = 0; row < 2500; row++) appender.CreateRow().AppendValue(row).AppendValue($"a text of more than twelve bytes, number {row}").AppendValue(new[] { 1.0, row }).EndRow();
                appender.Close();
            }
            using var reader = db.Read("SELECT * FROM t WHERE v < ?", new DuckDBParameter(2400L));
            while (reader.Read() && reader.GetInt64(0) < 2100) Assert.Equal(2, reader.GetFieldValue<double[]>(2).Length);
        }
    }

    private static void Abandon(string file, int round)
    {
        var connection = new DuckDBConnection($"Data Source={file}");
        connection.Open();
        var command = new DuckDBCommand("SELECT * FROM t", connection) { UseStreamingMode = round % 2 == 0 };
        if (round % 3 == 0) command.Prepare();
        var reader = command.ExecuteReader();
        reader.Read();
        Assert.Equal(0L, reader.GetInt64(0));
        if (round % 2 == 0) return;
        connection.CreateAppender("t").CreateRow().AppendValue(1).AppendValue("a text that is longer than twelve").EndRow();
    }

    private static long WorkingMemory()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();
        using var process = Process.GetCurrentProcess();
        return process.WorkingSet64;
    }
}
