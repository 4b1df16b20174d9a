namespace CtmsAnalytics.Cli;

/// <summary>How this process was started, for what starts it again.</summary>
internal static class OwnProgram
{
    /// <summary>The program itself, or dotnet with the program's file.</summary>
    public static string[] Command
    {
        get
        {
            var process = Environment.ProcessPath!;
            return Path.GetFileNameWithoutExtension(process) == "dotnet" ? [process, Path.Combine(AppContext.BaseDirectory, "ctms.dll")] : [process];
        }
    }
}
