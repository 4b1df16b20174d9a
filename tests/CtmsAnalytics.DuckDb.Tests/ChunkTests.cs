namespace CtmsAnalytics.DuckDb.Tests;

public sealed class ChunkTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Columns_Summed_AgreeWithSql(bool streaming)
    {
        using var db = TestDatabase.InMemory();
        db.Run("""
            CREATE TABLE t AS SELECT range AS id, CASE WHEN range % 3 = 0 THEN NULL ELSE range / 4.0::DOUBLE END AS ratio, (range % 977 / 100)::DECIMAL(9,2) AS pay,
                DATE '2024-01-01' + (range % 365)::INTEGER AS paid_on FROM range(10000)
            """);
        using var command = new DuckDBCommand("SELECT * FROM t", db.Connection) { UseStreamingMode = streaming };
        using var reader = command.ExecuteReader();
        var (ids, ratios, nulls, pay, days, rows) = (0L, 0.0, 0, 0L, 0L, 0);
        foreach (var chunk in reader.Chunks())
        {
            rows += chunk.RowCount;
            Assert.InRange(chunk.RowCount, 1, 2048);
            foreach (var id in chunk.Column<long>(0).Values) ids += id;
            var ratio = chunk.Column<double>("ratio");
            for (var i = 0; i < chunk.RowCount; i++)
            {
                if (ratio.IsValid(i)) ratios += ratio.Values[i];
                else nulls++;
            }
            var decimals = chunk.Column<int>(2);
            Assert.Equal(2, decimals.Scale);
            foreach (var cents in decimals.Values) pay += cents;
            foreach (var day in chunk.Column<int>(3).Values) days += day;
        }

        Assert.Equal(10000, rows);
        Assert.Equal(db.Value<long>("SELECT sum(id) FROM t"), ids);
        Assert.Equal(db.Value<double>("SELECT sum(ratio) FROM t"), ratios);
        Assert.Equal(db.Value<long>("SELECT count(*) FROM t WHERE ratio IS NULL"), nulls);
        Assert.Equal(db.Value<decimal>("SELECT sum(pay) FROM t"), pay / 100m);
        Assert.Equal(db.Value<long>("SELECT sum(paid_on - DATE '1970-01-01') FROM t"), days);
    }

    [Fact]
    public void Columns_OfTextListAndEnum_AreReadInPlace()
    {
        using var db = TestDatabase.InMemory();
        db.Run("CREATE TABLE t (name VARCHAR, years INTEGER[], level ENUM('low', 'high'))");
        db.Run("INSERT INTO t VALUES ('é', [1, 2], 'high'), (NULL, [], 'low'), ('a name that is longer than twelve', NULL, NULL), ('', [3, NULL], 'low')");
        using var reader = db.Read("SELECT * FROM t");
        var seen = 0;
        foreach (var chunk in reader.Chunks())
        {
            var name = chunk.Text(0);
            Assert.Equal<string?[]>(["é", null, "a name that is longer than twelve", ""], [name[0], name[1], name[2], name[3]]);
            Assert.Equal(2, name.Bytes(0).Length);
            var years = chunk.List<int>(1);
            Assert.Equal([1, 2], years[0].ToArray());
            Assert.True(years.IsValid(1));
            Assert.False(years.IsValid(2));
            Assert.Equal(2, years[3].Length);
            Assert.False(years.Elements.IsValid(years.Offset(3) + 1));
            Assert.Equal("high", chunk.EnumLabels(2)[chunk.Column<byte>(2).Values[0]]);
            Assert.False(chunk.Column<byte>(2).IsValid(2));
            seen += chunk.RowCount;
        }
        Assert.Equal(4, seen);
    }

    [Fact]
    public void Column_OfAnotherType_SaysWhatToAskFor()
    {
        using var db = TestDatabase.InMemory();
        using var reader = db.Read("SELECT 1.5::DECIMAL(18,2) AS pay, 'x' AS name, [1] AS years");
        var messages = new List<string>();
        foreach (var chunk in reader.Chunks())
        {
            // A chunk is a ref struct and cannot go into a lambda of Assert.Throws.
            for (var asked = 0; asked < 3; asked++)
            {
                try
                {
                    if (asked == 0) _ = chunk.Column<double>(0);
                    else if (asked == 1) _ = chunk.Column<long>(1);
                    else _ = chunk.List<long>(2);
                }
                catch (InvalidCastException e)
                {
                    messages.Add(e.Message);
                }
            }
        }

        Assert.Equal(3, messages.Count);
        Assert.Contains("DECIMAL(18,2)", messages[0], StringComparison.Ordinal);
        Assert.EndsWith("Ask for Column<long>.", messages[0], StringComparison.Ordinal);
        Assert.EndsWith("Ask for Text.", messages[1], StringComparison.Ordinal);
        Assert.EndsWith("Ask for List<int>.", messages[2], StringComparison.Ordinal);
    }

    [Fact]
    public void Chunk_KeptPastItsTurn_IsRefused()
    {
        using var db = TestDatabase.InMemory();
        using var reader = db.Read("SELECT range FROM range(5000)");
        using var chunks = reader.Chunks().GetEnumerator();
        Assert.True(chunks.MoveNext());
        var first = chunks.Current;
        Assert.Equal(2047, first.Column<long>(0).Values[^1]);
        Assert.True(chunks.MoveNext());

        var message = "";
        try
        {
            _ = first.Column<long>(0);
        }
        catch (InvalidOperationException e)
        {
            message = e.Message;
        }
        Assert.Contains("gone", message, StringComparison.Ordinal);
    }

    [Fact]
    public void Span_WhenTheConnectionClosesInsideTheLoop_StaysReadable()
    {
        using var db = TestDatabase.InMemory();
        db.Run("CREATE TABLE t AS SELECT range AS v FROM range(5000)");
        using var command = new DuckDBCommand("SELECT v FROM t", db.Connection) { UseStreamingMode = true };
        using var reader = command.ExecuteReader();
        var sum = 0L;
        var refused = false;
        foreach (var chunk in reader.Chunks())
        {
            var values = chunk.Column<long>(0).Values;
            db.Connection.Dispose();
            GC.Collect();
            GC.WaitForPendingFinalizers();
            foreach (var value in values) sum += value;
            try
            {
                _ = chunk.RowCount;
            }
            catch (InvalidOperationException)
            {
                refused = true;
            }
            break;
        }

        Assert.Equal(2047L * 2048 / 2, sum);
        Assert.True(refused);
    }

    [Fact]
    public void Chunks_AfterRead_OrTwice_IsRefused()
    {
        using var db = TestDatabase.InMemory();
        using var rows = db.Read("SELECT 1");
        rows.Read();
        Assert.Throws<InvalidOperationException>(() => Drain(rows));

        using var chunks = db.Read("SELECT 1");
        Drain(chunks);
        Assert.Throws<InvalidOperationException>(() => Drain(chunks));
        Assert.Throws<InvalidOperationException>(() => chunks.Read());
    }

    private static void Drain(DuckDBDataReader reader)
    {
        foreach (var chunk in reader.Chunks()) Assert.True(chunk.RowCount > 0);
    }
}
