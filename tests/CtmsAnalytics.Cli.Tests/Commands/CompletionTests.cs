using System.Diagnostics;

namespace CtmsAnalytics.Cli.Tests.Commands;

/// <summary>Completion as a shell sees it: through the script that <c>ctms completion</c> prints.</summary>
public sealed class CompletionTests(PreparedFolder prepared) : IClassFixture<PreparedFolder>
{
    private readonly ShippedFolder _folder = prepared.Folder;

    [ShellFact("bash")]
    public void Bash_ThroughTheScript_CompletesCommandsOptionsAndValues()
    {
        string[] lines =
        [
            "ctms com", "ctms scenario ", "ctms compare data/scenarios/b", "ctms compare data/scenarios/baseline.yaml data/scenarios/ta", "ctms compare a b --w", "ctms simulate a --emit ",
            "ctms whom a b --year ", "ctms compare a b -w ws --roster ", "ctms explain -w ws --person S007", "ctms import roster da", "ctms compare a b -w nowhere --roster ", "ctms rosters -w ",
        ];
        var asked = string.Concat(lines.Select(l => $"COMP_LINE='{l}' COMP_POINT={l.Length} ; COMP_WORDS=(ctms); _ctms_complete; echo \"${{COMPREPLY[*]}}\"\n"));

        var answers = Shell("bash", $"{Script("bash")}\n{asked}complete -p ctms\n");

        Assert.Equal(
            [
                "compare completion", "check diff explain", "data/scenarios/baseline.yaml", "data/scenarios/targeted-talent.yaml", "--workspace", "kubernetes slurm",
                "2027 2028 2029 2030 2031", "1", "S0070 S0071 S0072 S0073 S0074 S0075 S0076 S0077 S0078 S0079", "", "", "", "complete -o default -F _ctms_complete ctms",
            ],
            answers);
    }

    [ShellFact("bash")]
    public void Bash_NameWithASpace_IsQuotedForTheShell()
    {
        Directory.CreateDirectory(_folder.File("my proposals"));

        var answers = Shell("bash", $"{Script("bash")}\nCOMP_LINE='ctms compare my' COMP_POINT=15 ; COMP_WORDS=(ctms); _ctms_complete; echo \"${{COMPREPLY[*]}}\"\n");

        Assert.Equal([@"my\ proposals/"], answers);
    }

    [ShellFact("zsh")]
    public void Zsh_ThroughTheScript_CompletesCommandsAndValues()
    {
        var answers = Shell(
            "zsh",
            "compdef() { print -- compdef $@ }\ncompadd() { print -- $@ }\n_files() { print -- files }\n" + Script("zsh")
            + "\nwords=(ctms com) CURRENT=2 PREFIX=com; _ctms_complete\nwords=(ctms compare data/scenarios/b) CURRENT=3 PREFIX=data/scenarios/b; _ctms_complete\n"
            + "words=(ctms import roster da) CURRENT=4 PREFIX=da; _ctms_complete\n");

        Assert.Equal(["compdef _ctms_complete ctms", "-- compare completion", "-- data/scenarios/baseline.yaml", "files"], answers);
    }

    [ShellFact("fish")]
    public void Fish_ThroughTheScript_CompletesCommandsAndValues()
    {
        var answers = Shell("fish", Script("fish") + "\ncomplete -C 'ctms com'\ncomplete -C 'ctms compare data/scenarios/b'\n");

        Assert.Equal(["compare", "completion", "data/scenarios/baseline.yaml"], answers);
    }

    [Fact]
    public void Pwsh_Script_RegistersACompleterThatAsksTheProgram()
    {
        var script = Script("pwsh");

        Assert.Contains("Register-ArgumentCompleter -Native -CommandName ctms", script, StringComparison.Ordinal);
        Assert.Contains("\"[suggest:$length]\" $line", script, StringComparison.Ordinal);
    }

    [Fact]
    public void Suggest_BrokenWorkspace_OffersNothingAndChangesNothing()
    {
        Directory.CreateDirectory(_folder.File("broken"));
        File.WriteAllText(_folder.File("broken", "workspace.duckdb"), "not a database");

        Assert.Equal((0, "", ""), _folder.Ctms("[suggest:36]", "ctms compare a b -w broken --roster "));
        Assert.Equal("not a database", File.ReadAllText(_folder.File("broken", "workspace.duckdb")));
    }

    private static string Script(string shell) => CtmsProcess.Run("completion", shell).Output;

    /// <summary>Runs a script in a shell that finds the program under its name.</summary>
    private string[] Shell(string shell, string script)
    {
        var bin = Directory.CreateDirectory(_folder.File("bin")).FullName;
        var program = Path.Combine(bin, "ctms");
        File.WriteAllText(program, $"#!/bin/sh\nexec dotnet '{Path.Combine(AppContext.BaseDirectory, "ctms.dll")}' \"$@\"\n");
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(program, UnixFileMode.UserRead | UnixFileMode.UserExecute | UnixFileMode.UserWrite);
        var file = _folder.File("script." + shell);
        File.WriteAllText(file, script);
        var start = new ProcessStartInfo(shell, shell == "bash" ? ["--norc", file] : shell == "zsh" ? ["-f", file] : ["--no-config", file])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = _folder.Path,
        };
        start.Environment["PATH"] = bin + Path.PathSeparator + Environment.GetEnvironmentVariable("PATH");
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.Equal("", errors.GetAwaiter().GetResult());
        return output.TrimEnd('\n').Split('\n');
    }
}

/// <summary>A test that needs a shell; skipped, saying so, where it is not installed.</summary>
public sealed class ShellFactAttribute : FactAttribute
{
    public ShellFactAttribute(string shell)
    {
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator);
        if (!folders.Any(f => File.Exists(Path.Combine(f, shell)))) Skip = $"{shell} is not installed; tests/setup/shells installs it.";
    }
}
