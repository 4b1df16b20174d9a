using System.CommandLine;
using CtmsAnalytics.Cli.Completion;

namespace CtmsAnalytics.Cli.Commands;

/// <summary><c>ctms completion SHELL</c>: the script that teaches a shell to complete commands, options and values.</summary>
internal static class CompletionCommand
{
    private static readonly string[] Examples =
    [
        "completion bash > ~/.local/share/bash-completion/completions/ctms",
        "completion zsh > ~/.zfunc/_ctms",
        "completion fish > ~/.config/fish/completions/ctms.fish",
        "completion pwsh >> $PROFILE",
    ];

    /// <summary>Creates the command.</summary>
    /// <returns>The command.</returns>
    public static Command Create()
    {
        var shell = new Argument<string>("shell") { Description = "The shell." };
        shell.AcceptOnlyFromAmong([.. CompletionScript.Shells]);
        var command = new CommandWithExamples("completion", "Prints the script that lets a shell complete commands, options and values.", Examples) { shell };
        command.SetAction(parsed => parsed.InvocationConfiguration.Output.Write(CompletionScript.Of(parsed.GetRequiredValue(shell))));
        return command;
    }
}
