using System.Text;

namespace CtmsAnalytics.Notebooks.Sessions;

/// <summary>Sends what code writes to the console to the cell that runs it, and elsewhere what it was before.</summary>
internal sealed class ConsoleCapture : TextWriter
{
    private static readonly AsyncLocal<Sink?> Current = new();
    private static readonly Lock Gate = new();
    private static bool s_installed;

    private readonly TextWriter _before;
    private readonly bool _isError;

    private ConsoleCapture(TextWriter before, bool isError) => (_before, _isError) = (before, isError);

    public override Encoding Encoding => _before.Encoding;

    /// <summary>Captures for the present flow of execution until disposal, and for what it leaves running.</summary>
    public static IDisposable Into(Action<bool, string> write)
    {
        lock (Gate)
        {
            if (!s_installed)
            {
                Console.SetOut(new ConsoleCapture(Console.Out, isError: false));
                Console.SetError(new ConsoleCapture(Console.Error, isError: true));
                s_installed = true;
            }
        }

        return Current.Value = new Sink(write);
    }

    public override void Write(char value) => Write(value.ToString());

    public override void Write(char[] buffer, int index, int count) => Write(new string(buffer, index, count));

    public override void Write(string? value)
    {
        if (string.IsNullOrEmpty(value)) return;
        if (Current.Value is { } sink) sink.Write(_isError, value);
        else _before.Write(value);
    }

    public override void WriteLine() => Write("\n");

    public override void WriteLine(string? value) => Write(value + "\n");

    public override void Flush()
    {
        if (Current.Value is null) _before.Flush();
    }

    private sealed class Sink(Action<bool, string> write) : IDisposable
    {
        public void Write(bool isError, string text)
        {
            // What takes the text may itself write to the console.
            Current.Value = null;
            try
            {
                write(isError, text);
            }
            finally
            {
                Current.Value = this;
            }
        }

        public void Dispose() => Current.Value = null;
    }
}
