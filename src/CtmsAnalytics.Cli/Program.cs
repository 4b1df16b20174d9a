using System.CommandLine;
using CtmsAnalytics.Cli;
using CtmsAnalytics.Cli.Commands;
using Spectre.Console;

// Colours and bars are for a terminal; a file or a pipe gets plain text.
var console = Console.IsOutputRedirected
    ? AnsiConsole.Create(new AnsiConsoleSettings { Ansi = AnsiSupport.No, ColorSystem = ColorSystemSupport.NoColors, Interactive = InteractionSupport.No })
    : AnsiConsole.Console;
var root = new RootCommand("CtmsAnalytics models the pay system of the DHS Cybersecurity Service (6 CFR part 158).");
foreach (var command in CommandList.Create(console)) root.Subcommands.Add(command);
CommandWithExamples.ShowIn(root);
return await CommandRunner.RunAsync(root, args, console);
