using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using CtmsAnalytics.Diagnostics;

namespace CtmsAnalytics.Charts.Rendering;

/// <summary>The Chromium that is installed, run once for each picture without a window, a network or the user's own profile.</summary>
internal sealed class Browser
{
    /// <summary>Environment variable that names the program.</summary>
    public const string Variable = "CTMS_CHROMIUM";

    private const int OutputKept = 2000;
    private static readonly string[] Names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "msedge", "microsoft-edge"];
    private readonly string _program;
    private readonly TimeSpan _patience;

    /// <summary>Finds the program.</summary>
    /// <param name="program">Its path; null to look it up.</param>
    /// <param name="patience">Longest time that one picture may take.</param>
    /// <exception cref="InputException">There is none.</exception>
    public Browser(string? program, TimeSpan patience)
    {
        _program = program ?? Find();
        _patience = patience;
    }

    /// <summary>Runs the browser with an output and a page in a folder.</summary>
    /// <param name="folder">Folder of this run, for the profile of the browser as well.</param>
    /// <param name="arguments">What to do.</param>
    /// <param name="output">The file that it has to leave.</param>
    /// <returns>The bytes of the file.</returns>
    /// <exception cref="InputException">The program cannot be started.</exception>
    /// <exception cref="ChartRenderException">It took too long or left no file.</exception>
    public byte[] Run(string folder, IEnumerable<string> arguments, string output)
    {
        string[] all =
        [
            "--headless", "--disable-gpu", "--hide-scrollbars", "--no-first-run", "--no-default-browser-check", "--disable-extensions", "--disable-sync",
            "--disable-background-networking", "--disable-component-update", "--host-resolver-rules=MAP * ~NOTFOUND",
            "--user-data-dir=" + Path.Combine(folder, "profile"),
            // Chromium refuses to sandbox itself when root runs it; what it opens is the page written here and nothing else.
            .. OperatingSystem.IsLinux() && Environment.IsPrivilegedProcess ? new[] { "--no-sandbox" } : [],
            .. arguments,
        ];
        using var process = Start(all);
        var words = Task.WhenAll(process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        if (!process.WaitForExit(_patience))
        {
            process.Kill(entireProcessTree: true);
            throw new ChartRenderException(string.Create(CultureInfo.InvariantCulture, $"'{_program}' did not finish within {_patience.TotalSeconds:0.###} seconds and was ended. Allow more time, or name another Chromium in {Variable}."));
        }

        if (File.Exists(output)) return File.ReadAllBytes(output);
        var said = words.Wait(TimeSpan.FromSeconds(5)) ? string.Join('\n', words.Result).Trim() : "";
        throw new ChartRenderException($"'{_program}' ended without a picture. Chromium 112 or later is needed{(said.Length == 0 ? "." : $"; it said: {(said.Length > OutputKept ? said[..OutputKept] : said)}")}");
    }

    private static string Find()
    {
        if (Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } named)
            return File.Exists(named) ? named : throw new InputException($"{Variable} names '{named}', and there is no such file. Set it to the path of a Chromium, or unset it to look one up on the PATH.");
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
        var endings = OperatingSystem.IsWindows() ? new[] { ".exe" } : [""];
        return Names.SelectMany(name => folders.SelectMany(folder => endings.Select(ending => Path.Combine(folder, name + ending)))).FirstOrDefault(File.Exists)
            ?? throw new InputException(
                $"PNG and PDF are made with an installed Chromium, and none of {string.Join(", ", Names)} is on the PATH. Install one (Debian: apt-get install chromium; macOS: brew install chromium; Windows: Microsoft Edge is there already) or set {Variable} to its path. SVG and HTML need no browser.");
    }

    private Process Start(IEnumerable<string> arguments)
    {
        try
        {
            return Process.Start(new ProcessStartInfo(_program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false, CreateNoWindow = true })!;
        }
        catch (Win32Exception e)
        {
            throw new InputException($"'{_program}' could not be started ({e.Message}). Install Chromium (Debian: apt-get install chromium) or set {Variable} to its path.", e);
        }
    }
}
