using System.CommandLine;
using CtmsAnalytics.Charts.Gallery;
using CtmsAnalytics.Cli.Output;
using Spectre.Console;

namespace CtmsAnalytics.Cli.Commands;

/// <summary><c>ctms gallery</c>: writes a page with every kind of chart, the question it answers and the code that draws it.</summary>
public static class GalleryCommand
{
    private static readonly string[] Examples =
    [
        "gallery --out gallery.html",
    ];

    /// <summary>Creates the command.</summary>
    /// <param name="console">Where it prints.</param>
    /// <returns>The command.</returns>
    public static Command Create(IAnsiConsole console)
    {
        ArgumentNullException.ThrowIfNull(console);
        var target = new Option<string>("--out", "-o") { Description = "HTML file of the gallery.", DefaultValueFactory = _ => "gallery.html", HelpName = "FILE" };
        var json = JsonOption.Create();
        var command = new CommandWithExamples("gallery", "Writes a page with every kind of chart, its question and the C# code that draws it.", Examples) { target, json };
        command.SetAction(parsed => Run(parsed.GetRequiredValue(target), parsed.GetValue(json), console));
        return command;
    }

    private static int Run(string target, bool json, IAnsiConsole console)
    {
        OutputFile.Check(target, "gallery");
        OutputFile.Write(target, writer => GalleryPage.Write(writer));
        if (json) console.Line(JsonText.Write(new { File = target, Charts = ChartGallery.Recipes.Select(r => r.Name) }));
        else console.Remark($"Gallery of {ChartGallery.Recipes.Count} charts: {SafeText.Escape(target)}");
        return ExitCode.Success;
    }
}
