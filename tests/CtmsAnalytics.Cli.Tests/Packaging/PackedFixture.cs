using System.Diagnostics;

namespace CtmsAnalytics.Cli.Tests.Packaging;

/// <summary>The packages of the solution, and a folder outside the clone whose home and package cache are empty.</summary>
public sealed class PackedFixture : IDisposable
{
    private const string Configuration =
#if DEBUG
        "Debug";
#else
        "Release";
#endif

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("ctms-packed-");

    public PackedFixture()
    {
        foreach (var folder in new[] { "out", "home", "packages", "app" }) _folder.CreateSubdirectory(folder);
        File.WriteAllText(
            Of("nuget.config"),
            $"""
            <configuration>
              <packageSources>
                <clear />
                <add key="packed" value="{Of("out")}" />
                <add key="registry" value="https://api.nuget.org/v3/index.json" />
              </packageSources>
            </configuration>
            """);
        var (code, output) = Run(Repository.Root, "dotnet", ["pack", "CtmsAnalytics.sln", "-c", Configuration, "--no-build", "--nologo", "-v", "quiet", "-o", Of("out")], isClean: false);
        Assert.True(code == 0, output);
    }

    public string Of(params string[] parts) => Path.Combine([_folder.FullName, .. parts]);

    /// <summary>Runs a program; a clean one knows nothing of this machine's home and caches.</summary>
    public (int Code, string Output) Run(string folder, string program, string[] arguments, bool isClean = true)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = folder };
        foreach (var name in start.Environment.Keys.Where(k => k.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase) || k.StartsWith("VSTEST", StringComparison.OrdinalIgnoreCase)).ToList()) start.Environment.Remove(name);
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        start.Environment["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1";
        start.Environment["DOTNET_NOLOGO"] = "1";
        if (isClean)
        {
            start.Environment["HOME"] = Of("home");
            start.Environment["NUGET_PACKAGES"] = Of("packages");
            start.Environment["DOTNET_CLI_HOME"] = Of("home");
        }

        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output + error.GetAwaiter().GetResult());
    }

    public void Dispose() => _folder.Delete(recursive: true);
}
