using CtmsAnalytics.Diagnostics;

namespace CtmsAnalytics.Workspace.Storage;

/// <summary>Writes files that are complete or as they were before: beside the target first, and in its place when nothing is missing.</summary>
public static class WholeFile
{
    /// <summary>Writes bytes.</summary>
    /// <param name="path">The file; one that is there is replaced.</param>
    /// <param name="content">Its bytes.</param>
    /// <exception cref="InputException">Its folder does not exist, or it is a folder.</exception>
    /// <exception cref="IOException">The disk is full, or another program holds the file.</exception>
    public static void Write(string path, byte[] content) => Replace(path, partial => File.WriteAllBytes(partial, content));

    /// <summary>Writes text as UTF-8.</summary>
    /// <param name="path">The file; one that is there is replaced.</param>
    /// <param name="write">Writes the text. Where it throws, the former file stays as it was.</param>
    /// <exception cref="InputException">Its folder does not exist, or it is a folder.</exception>
    /// <exception cref="IOException">The disk is full, or another program holds the file.</exception>
    public static void Write(string path, Action<TextWriter> write)
    {
        ArgumentNullException.ThrowIfNull(write);
        Replace(path, partial =>
        {
            using var writer = new StreamWriter(partial);
            write(writer);
        });
    }

    private static void Replace(string path, Action<string> write)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        if (!Directory.Exists(Path.GetDirectoryName(Path.GetFullPath(path)))) throw new InputException($"{path}: The folder of the file does not exist. Make it first, or name another file.");
        if (Directory.Exists(path)) throw new InputException($"{path}: This is a folder. Name a file in it.");
        var partial = path + ".partial";
        try
        {
            write(partial);
            File.Move(partial, path, overwrite: true);
        }
        finally
        {
            File.Delete(partial);
        }
    }
}
