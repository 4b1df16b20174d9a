using System.CommandLine;
using CtmsAnalytics.Cli;
using CtmsAnalytics.Cli.Commands;
using Spectre.Console;

var console = AnsiConsole.Console;
var root = new RootCommand("CtmsAnalytics models the pay system of the DHS Cybersecurity Service (6 CFR part 158).");
foreach (var command in CommandList.Create(console)) root.Subcommands.Add(command);
return await CommandRunner.RunAsync(root, args, console);
