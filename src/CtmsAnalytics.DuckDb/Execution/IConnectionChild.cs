namespace CtmsAnalytics.DuckDb.Execution;

/// <summary>What lives on a connection and must let go of its native objects when the connection closes, so that the file is released.</summary>
internal interface IConnectionChild
{
    void OnConnectionClosing();
}
