using CtmsAnalytics.Diagnostics;

namespace CtmsAnalytics.Cli;

/// <summary>A folder that a command writes into.</summary>
public static class OutputFolder
{
    /// <summary>Makes the folder where it is not there and checks that it can be written to, before any work.</summary>
    /// <param name="path">The folder.</param>
    /// <param name="option">The option that names it.</param>
    /// <exception cref="InputException">It is a file, or cannot be made or written to.</exception>
    public static void Require(string path, string option)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        if (File.Exists(path)) throw new InputException($"{option} {path}: This is a file. Name a folder.");
        try
        {
            Directory.CreateDirectory(path);
            using var probe = new FileStream(Path.Combine(path, FormattableString.Invariant($".ctms-{Environment.ProcessId}")), FileMode.Create, FileAccess.Write, FileShare.None, 1, FileOptions.DeleteOnClose);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new InputException($"{option} {path}: The folder cannot be made or written to ({exception.Message}). Name another one.", exception);
        }
    }

    /// <summary>Writes several files beside the target first and moves them when all are complete, so that a table that cannot be finished leaves none of them behind.</summary>
    /// <param name="path">The folder; it exists.</param>
    /// <param name="write">Writes the files into the folder that it is given.</param>
    public static void Write(string path, Action<string> write)
    {
        ArgumentNullException.ThrowIfNull(write);
        var temporary = Path.Combine(path, FormattableString.Invariant($".ctms-partial-{Environment.ProcessId}"));
        Directory.CreateDirectory(temporary);
        try
        {
            write(temporary);
            foreach (var file in Directory.GetFiles(temporary)) File.Move(file, Path.Combine(path, Path.GetFileName(file)), overwrite: true);
        }
        finally
        {
            Directory.Delete(temporary, recursive: true);
        }
    }
}
