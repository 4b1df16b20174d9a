using System.CommandLine;
using CtmsAnalytics.Charts.Gallery;
using CtmsAnalytics.Cli.Output;
using Spectre.Console;

namespace CtmsAnalytics.Cli.Commands;

/// <summary><c>ctms gallery</c>: writes a page with every kind of chart, the question it answers and the code that draws it.</summary>
public static class GalleryCommand
{
    /// <summary>Creates the command.</summary>
    /// <param name="console">Where it prints.</param>
    /// <returns>The command.</returns>
    public static Command Create(IAnsiConsole console)
    {
        ArgumentNullException.ThrowIfNull(console);
        var target = new Option<string>("--out", "-o") { Description = "HTML file of the gallery.", DefaultValueFactory = _ => "gallery.html", HelpName = "FILE" };
        var command = new Command("gallery", "Write a page with every kind of chart, the question it answers and the C# code that draws it.") { target };
        command.SetAction(parsed => Run(parsed.GetRequiredValue(target), console));
        return command;
    }

    private static int Run(string target, IAnsiConsole console)
    {
        OutputFile.Check(target, "gallery");
        OutputFile.Write(target, writer => GalleryPage.Write(writer));
        console.Line($"Gallery of {ChartGallery.Recipes.Count} charts: {SafeText.Escape(target)}");
        return ExitCode.Success;
    }
}
