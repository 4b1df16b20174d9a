using CtmsAnalytics.Diagnostics;
using CtmsAnalytics.Workspace.Storage;

namespace CtmsAnalytics.Cli;

/// <summary>A page that a command writes beside its text.</summary>
public static class OutputFile
{
    /// <summary>Checks before any work that a page can be written.</summary>
    /// <param name="path">The file.</param>
    /// <param name="noun">What it is, for the message, for example <c>report</c>.</param>
    /// <param name="option">The option that names it.</param>
    /// <param name="extension">Its extension, for the message.</param>
    /// <exception cref="InputException">Its folder does not exist, or it is a folder.</exception>
    public static void Check(string path, string noun, string option = "--out", string extension = ".html")
    {
        if (!Directory.Exists(Path.GetDirectoryName(Path.GetFullPath(path))!))
            throw new InputException($"{path}: The folder of the {noun} does not exist. Make it first, or name another file with {option}.");
        if (Directory.Exists(path))
            throw new InputException($"{path}: This is a folder. Name the file of the {noun}, for example {Path.Combine(path, noun + extension)}.");
    }

    /// <summary>Writes bytes beside the target first, so that a file that cannot be finished leaves the former one as it was.</summary>
    /// <param name="path">The file.</param>
    /// <param name="content">Its bytes.</param>
    public static void Write(string path, byte[] content) => WholeFile.Write(path, content);

    /// <summary>Writes beside the target first, so that a page that cannot be finished leaves the former one as it was.</summary>
    /// <param name="path">The file.</param>
    /// <param name="write">Writes the page.</param>
    public static void Write(string path, Action<TextWriter> write) => WholeFile.Write(path, write);
}
