using CtmsAnalytics.DuckDb.Native;

namespace CtmsAnalytics.DuckDb.Execution;

/// <summary>Opens databases. The same file opened twice in a process is one database, as DuckDB requires.</summary>
internal static unsafe class DatabaseOpener
{
    private static readonly nint Cache = NativeMethods.CreateInstanceCache();

    internal static DatabaseHandle Open(DuckDBConnectionStringBuilder settings)
    {
        var source = settings.DataSource;
        if (source.Length == 0)
            throw new InvalidOperationException("The connection string names no database. Give 'Data Source=path' or 'Data Source=:memory:'.");
        if (NativeMethods.CreateConfig(out var config) != NativeState.Success) throw new DuckDBException("DuckDB could not create a configuration.");
        try
        {
            foreach (var (option, value) in settings.Options)
            {
                if (NativeMethods.SetConfig(config, option, value) != NativeState.Success)
                    throw new DuckDBException(
                        $"Opening '{source}': DuckDB does not know the option '{option}' or cannot set it to '{value}'. Its options are listed by SELECT name FROM duckdb_settings().",
                        DuckDBErrorType.InvalidConfiguration,
                        null);
            }
            // An unnamed database in memory belongs to its connection alone; everything else is shared by path.
            byte* error;
            var state = source == DuckDBConnectionStringBuilder.InMemoryDataSource
                ? NativeMethods.OpenExt(source, out var database, config, out error)
                : NativeMethods.GetOrCreateFromCache(Cache, source, out database, config, out error);
            if (state == NativeState.Success) return new DatabaseHandle(database);
            var message = error == null ? "DuckDB gave no reason." : NativeText.Owned(error);
            throw new DuckDBException($"Opening '{source}': {message}", Errors.TypeOf(message), null);
        }
        finally
        {
            NativeMethods.DestroyConfig(ref config);
        }
    }
}
