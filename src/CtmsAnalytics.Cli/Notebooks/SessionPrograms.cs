using CtmsAnalytics.Notebooks.Serving;

namespace CtmsAnalytics.Cli.Notebooks;

/// <summary>How this program starts another of its own that serves a notebook's session.</summary>
internal static class SessionPrograms
{
    /// <summary>The arguments that serve a session.</summary>
    public static readonly IReadOnlyList<string> Serve = ["kernel", "serve"];

    /// <summary>The program.</summary>
    /// <param name="memoryLimit">Most memory of a session, bytes; null for three quarters of the machine's.</param>
    /// <returns>Program and arguments.</returns>
    public static SessionProgram Create(long? memoryLimit = null)
    {
        var own = OwnProgram.Command;
        return new SessionProgram(own[0], [.. own.Skip(1), .. Serve]) { MemoryLimit = memoryLimit };
    }
}
