using Spectre.Console;
using Spectre.Console.Rendering;

namespace CtmsAnalytics.Cli.Output;

/// <summary>Where a command prints: results on standard output, everything about them on standard error, and what moves on whichever of the two is a terminal.</summary>
/// <param name="output">Standard output.</param>
/// <param name="error">Standard error.</param>
/// <param name="moving">A terminal that progress can be drawn on; null where there is none.</param>
public sealed class CommandConsole(IAnsiConsole output, IAnsiConsole error, IAnsiConsole? moving = null) : IAnsiConsole
{
    /// <summary>How much is said.</summary>
    /// <value>Default <see cref="Verbosity.Normal"/>.</value>
    public Verbosity Verbosity { get; set; } = Verbosity.Normal;

    /// <summary>Whether results and errors are JSON, so that nothing else may stand between them.</summary>
    /// <value>Default false.</value>
    public bool IsJson { get; set; }

    /// <summary>Standard error.</summary>
    public IAnsiConsole Error { get; } = error;

    /// <summary>A terminal for progress; null where there is none or none is wanted.</summary>
    public IAnsiConsole? Moving => Verbosity == Verbosity.Quiet ? null : moving;

    /// <inheritdoc/>
    public Profile Profile => output.Profile;

    /// <inheritdoc/>
    public IAnsiConsoleCursor Cursor => output.Cursor;

    /// <inheritdoc/>
    public IAnsiConsoleInput Input => output.Input;

    /// <inheritdoc/>
    public IExclusivityMode ExclusivityMode => output.ExclusivityMode;

    /// <inheritdoc/>
    public RenderPipeline Pipeline => output.Pipeline;

    /// <summary>The console of this process. Colours and bars are for a terminal; a file or a pipe gets plain text, and so does a terminal where NO_COLOR is set.</summary>
    /// <returns>The console.</returns>
    public static CommandConsole OfProcess()
    {
        var output = Stream(Console.Out, !Console.IsOutputRedirected);
        var error = Stream(Console.Error, !Console.IsErrorRedirected);
        return new CommandConsole(output, error, new[] { error, output }.FirstOrDefault(c => c.Profile.Capabilities.Interactive));
    }

    /// <summary>A console that writes into text.</summary>
    /// <param name="output">Takes the results.</param>
    /// <param name="error">Takes the errors.</param>
    /// <returns>The console, without colours and bars.</returns>
    public static CommandConsole Into(TextWriter output, TextWriter error) => new(Stream(output, isTerminal: false), Stream(error, isTerminal: false));

    /// <inheritdoc/>
    public void Clear(bool home) => output.Clear(home);

    /// <inheritdoc/>
    public void Write(IRenderable renderable) => output.Write(renderable);

    private static IAnsiConsole Stream(TextWriter writer, bool isTerminal)
    {
        var moves = isTerminal && Environment.GetEnvironmentVariable("TERM") != "dumb";
        return AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(writer),
            Ansi = moves ? AnsiSupport.Detect : AnsiSupport.No,
            ColorSystem = moves && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR")) ? ColorSystemSupport.Detect : ColorSystemSupport.NoColors,
            Interactive = moves ? InteractionSupport.Yes : InteractionSupport.No,
        });
    }
}
