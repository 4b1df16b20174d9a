namespace CtmsAnalytics.DuckDb.Native;

/// <summary>The one place where an error of DuckDB becomes an exception.</summary>
internal static unsafe class Errors
{
    private static readonly (string Prefix, DuckDBErrorType Type)[] Prefixes =
    [
        ("Out of Range", DuckDBErrorType.OutOfRange), ("Conversion", DuckDBErrorType.Conversion), ("Mismatch Type", DuckDBErrorType.MismatchType),
        ("Serialization", DuckDBErrorType.Serialization), ("TransactionContext", DuckDBErrorType.Transaction), ("Not implemented", DuckDBErrorType.NotImplemented),
        ("Catalog", DuckDBErrorType.Catalog), ("Parser", DuckDBErrorType.Parser), ("Constraint", DuckDBErrorType.Constraint),
        ("Connection", DuckDBErrorType.Connection), ("Syntax", DuckDBErrorType.Syntax), ("Settings", DuckDBErrorType.Settings),
        ("Binder", DuckDBErrorType.Binder), ("IO", DuckDBErrorType.IO), ("INTERRUPT", DuckDBErrorType.Interrupt), ("FATAL", DuckDBErrorType.Fatal),
        ("INTERNAL", DuckDBErrorType.Internal), ("Invalid Input", DuckDBErrorType.InvalidInput), ("Out of Memory", DuckDBErrorType.OutOfMemory),
        ("Permission", DuckDBErrorType.Permission), ("Dependency", DuckDBErrorType.Dependency), ("Missing Extension", DuckDBErrorType.MissingExtension),
        ("Extension Autoloading", DuckDBErrorType.Autoload), ("Sequence", DuckDBErrorType.Sequence), ("Invalid Configuration", DuckDBErrorType.InvalidConfiguration),
    ];

    /// <summary>Some functions of the C API give the message alone; it begins with the type in words.</summary>
    internal static DuckDBErrorType TypeOf(string message)
    {
        foreach (var (prefix, type) in Prefixes)
        {
            if (message.StartsWith(prefix, StringComparison.Ordinal) && message.AsSpan(prefix.Length).StartsWith(" Error", StringComparison.Ordinal)) return type;
        }
        return DuckDBErrorType.Invalid;
    }

    internal static DuckDBException FromMessage(string message, string? sql) => new(message, TypeOf(message), sql);

    internal static DuckDBException FromResult(NativeResult* result, string? sql)
    {
        var message = NativeText.Borrowed(NativeMethods.ResultError(result));
        var type = NativeMethods.ResultErrorType(result);
        return new DuckDBException(message, type == DuckDBErrorType.Invalid ? TypeOf(message) : type, sql);
    }

    internal static DuckDBException FromAppender(nint appender, string fallback)
    {
        if (appender == 0) return new DuckDBException(fallback);
        var error = NativeMethods.AppenderErrorData(appender);
        try
        {
            var message = error == 0 ? "" : NativeText.Borrowed(NativeMethods.ErrorDataMessage(error));
            return message.Length == 0 ? new DuckDBException(fallback) : new DuckDBException(message, NativeMethods.ErrorDataType(error), null);
        }
        finally
        {
            if (error != 0) NativeMethods.DestroyErrorData(ref error);
        }
    }
}
