using CtmsAnalytics.Cli;
using CtmsAnalytics.Cli.Commands;
using CtmsAnalytics.Cli.Output;

var console = CommandConsole.OfProcess();
return await CommandRunner.RunAsync(new CtmsRoot(console), args, console);
