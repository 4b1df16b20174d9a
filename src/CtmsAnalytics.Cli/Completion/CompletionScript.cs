using System.Reflection;

namespace CtmsAnalytics.Cli.Completion;

/// <summary>The scripts that teach a shell to complete <c>ctms</c>. They ask the program itself, so nothing else has to be installed.</summary>
internal static class CompletionScript
{
    private static readonly Dictionary<string, string> Files = new(StringComparer.Ordinal)
    {
        ["bash"] = "bash.sh",
        ["zsh"] = "zsh.sh",
        ["fish"] = "fish.fish",
        ["pwsh"] = "pwsh.ps1",
    };

    /// <summary>Names of the shells.</summary>
    public static IReadOnlyCollection<string> Shells => Files.Keys;

    /// <summary>The script of a shell.</summary>
    /// <param name="shell">One of <see cref="Shells"/>.</param>
    /// <returns>Its text.</returns>
    public static string Of(string shell)
    {
        using var reader = new StreamReader(Assembly.GetExecutingAssembly().GetManifestResourceStream("completion/" + Files[shell])!);
        return reader.ReadToEnd();
    }
}
