using System.Data;

namespace CtmsAnalytics.DuckDb.Tests;

public sealed class TransactionTests
{
    [Fact]
    public void Commit_KeepsAndRollbackTakesBack()
    {
        using var db = TestDatabase.InMemory();
        db.Run("CREATE TABLE t (v INTEGER)");
        using (var kept = db.Connection.BeginTransaction())
        {
            db.Run("INSERT INTO t VALUES (1)");
            kept.Commit();
        }
        using (var dropped = db.Connection.BeginTransaction())
        {
            db.Run("INSERT INTO t VALUES (2)");
            dropped.Rollback();
        }
        using (db.Connection.BeginTransaction()) db.Run("INSERT INTO t VALUES (3)");

        Assert.Equal([1], db.Value<int[]>("SELECT list(v) FROM t"));
    }

    [Fact]
    public void Begin_Twice_OrEndTwice_IsRefused()
    {
        using var db = TestDatabase.InMemory();
        var transaction = db.Connection.BeginTransaction();

        Assert.Throws<InvalidOperationException>(() => db.Connection.BeginTransaction());
        transaction.Commit();
        Assert.Throws<InvalidOperationException>(transaction.Commit);
        Assert.Throws<InvalidOperationException>(transaction.Rollback);
        transaction.Dispose();
        transaction.Dispose();
        Assert.Throws<ArgumentException>(() => db.Connection.BeginTransaction(IsolationLevel.Serializable));
    }

    [Fact]
    public void Commit_AfterAnError_FailsAndTheConnectionGoesOn()
    {
        using var db = TestDatabase.InMemory();
        db.Run("CREATE TABLE t (v INTEGER PRIMARY KEY)");
        using (var transaction = db.Connection.BeginTransaction())
        {
            db.Run("INSERT INTO t VALUES (1)");
            Assert.Throws<DuckDBException>(() => db.Run("INSERT INTO t VALUES (1)"));
            Assert.Equal(DuckDBErrorType.Transaction, Assert.Throws<DuckDBException>(transaction.Commit).ErrorType);
        }

        Assert.Equal(0L, db.Scalar("SELECT count(*) FROM t"));
        using var next = db.Connection.BeginTransaction();
        next.Commit();
    }

    [Fact]
    public void Close_WithATransactionOpen_TakesItBack()
    {
        using var db = TestDatabase.OnDisk();
        db.Run("CREATE TABLE t (v INTEGER)");
        var transaction = db.Connection.BeginTransaction();
        db.Run("INSERT INTO t VALUES (1)");
        db.Connection.Close();
        Assert.Throws<InvalidOperationException>(transaction.Commit);
        transaction.Dispose();
        db.Connection.Open();

        Assert.Equal(0L, db.Scalar("SELECT count(*) FROM t"));
    }
}
