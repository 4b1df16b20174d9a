using CtmsAnalytics.Diagnostics;
using CtmsAnalytics.DuckDb;

namespace CtmsAnalytics.Workspace.Storage;

/// <summary>Turns the database's words into what a person can act on.</summary>
internal static class StorageErrors
{
    /// <summary>The error that says what to do, or the original one where there is nothing better to say.</summary>
    public static Exception Translate(DuckDBException error, string path)
    {
        var message = error.Message;
        if (Has(message, "Conflicting lock") || Has(message, "Could not set lock") || Has(message, "being used by another process"))
            return Problem(path, "The workspace is in use by another process.", "Wait until it ends, or close it, and run the command again.", error);
        if (Has(message, "No space left") || Has(message, "not enough space") || Has(message, "Disk quota"))
            return new IOException($"{path}: The disk is full. Nothing was changed. Free some space and run the command again.", error);
        if (Has(message, "Permission denied") || Has(message, "Read-only file system") || Has(message, "Access is denied"))
            return new UnauthorizedAccessException($"{path}: The folder cannot be written to. Nothing was changed. Choose another folder or change its permissions.", error);
        if (Has(message, "not a valid DuckDB database file") || Has(message, "Corrupt database") || Has(message, "file is not a database"))
            return Problem(path, "The file is not a workspace: it is damaged, or another program's.", "Name a folder that 'ctms init' has made, or put a backup in its place.", error);
        if (Has(message, "storage version") || Has(message, "newer version of DuckDB"))
            return Problem(path, "The file was written by a newer DuckDB.", "Use the newer program.", error);
        return error;
    }

    private static InputException Problem(string path, string what, string right, Exception cause) =>
        new(new InputProblem(path, null, null, what, right).ToString(), cause);

    private static bool Has(string message, string part) => message.Contains(part, StringComparison.OrdinalIgnoreCase);
}
