using System.Runtime.CompilerServices;
using CtmsAnalytics.Notebooks.Documents;

namespace CtmsAnalytics.Notebooks.Tests.Set;

/// <summary>The notebooks of the repository.</summary>
internal static class NotebookSet
{
    public static string Folder { get; } = Path.GetFullPath(Path.Combine(SourceFolder(), "..", "..", "..", "notebooks"));

    public static IReadOnlyList<string> Names { get; } = [.. Directory.GetFiles(Folder, "*.ipynb").Select(f => Path.GetFileName(f)!).Order(StringComparer.Ordinal)];

    public static TheoryData<string> Each => [.. Names];

    public static string Text(string name) => File.ReadAllText(Path.Combine(Folder, name));

    public static NotebookDocument Read(string name) => NotebookDocument.Parse(Text(name), name);

    private static string SourceFolder([CallerFilePath] string file = "") => Path.GetDirectoryName(file)!;
}
