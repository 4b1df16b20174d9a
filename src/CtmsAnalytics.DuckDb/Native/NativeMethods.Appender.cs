using System.Runtime.InteropServices;

namespace CtmsAnalytics.DuckDb.Native;

/// <content>The appender and the error data that it leaves.</content>
internal static unsafe partial class NativeMethods
{
    [LibraryImport(Library, EntryPoint = "duckdb_appender_create_ext", StringMarshalling = StringMarshalling.Utf8)]
    internal static partial NativeState CreateAppender(ConnectionHandle connection, string? catalog, string? schema, string table, out nint appender);

    [LibraryImport(Library, EntryPoint = "duckdb_appender_column_count")]
    internal static partial ulong AppenderColumnCount(AppenderHandle appender);

    [LibraryImport(Library, EntryPoint = "duckdb_appender_column_type")]
    internal static partial nint AppenderColumnType(AppenderHandle appender, ulong column);

    [LibraryImport(Library, EntryPoint = "duckdb_append_data_chunk")]
    internal static partial NativeState AppendDataChunk(AppenderHandle appender, ChunkHandle chunk);

    [LibraryImport(Library, EntryPoint = "duckdb_appender_flush")]
    internal static partial NativeState FlushAppender(AppenderHandle appender);

    [LibraryImport(Library, EntryPoint = "duckdb_appender_clear")]
    internal static partial NativeState ClearAppender(nint appender);

    [LibraryImport(Library, EntryPoint = "duckdb_appender_destroy")]
    internal static partial NativeState DestroyAppender(ref nint appender);

    [LibraryImport(Library, EntryPoint = "duckdb_appender_error_data")]
    internal static partial nint AppenderErrorData(nint appender);

    [LibraryImport(Library, EntryPoint = "duckdb_error_data_message")]
    internal static partial byte* ErrorDataMessage(nint error);

    [LibraryImport(Library, EntryPoint = "duckdb_error_data_error_type")]
    internal static partial DuckDBErrorType ErrorDataType(nint error);

    [LibraryImport(Library, EntryPoint = "duckdb_destroy_error_data")]
    internal static partial void DestroyErrorData(ref nint error);

    [LibraryImport(Library, EntryPoint = "duckdb_table_description_create_ext", StringMarshalling = StringMarshalling.Utf8)]
    internal static partial NativeState DescribeTable(ConnectionHandle connection, string? catalog, string? schema, string table, out nint description);

    [LibraryImport(Library, EntryPoint = "duckdb_table_description_get_column_count")]
    internal static partial ulong DescribedColumnCount(nint description);

    [LibraryImport(Library, EntryPoint = "duckdb_table_description_get_column_name")]
    internal static partial byte* DescribedColumnName(nint description, ulong column);

    [LibraryImport(Library, EntryPoint = "duckdb_table_description_destroy")]
    internal static partial void DestroyDescription(ref nint description);
}
