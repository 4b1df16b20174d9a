using System.Runtime.InteropServices;
using System.Text;
using CtmsAnalytics.Notebooks.Serving;
using CtmsAnalytics.Notebooks.Sessions;

namespace CtmsAnalytics.Notebooks.Kernel;

/// <summary>Serves one session on standard input and output of this process, which belong to it alone from then on.</summary>
public static class ConsoleSession
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>Serves until standard input ends; the caller ends the process then.</summary>
    /// <param name="options">Folder and workspace of the session.</param>
    public static void Serve(SessionOptions options)
    {
        // Ctrl-C in a terminal reaches every process of it; whoever started this one tells it in words what is to stop.
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, context => context.Cancel = true);
        var requests = new StreamReader(Console.OpenStandardInput(), Utf8);
        // Nothing is closed at the end: a cell that is still running may answer until the process ends.
        var answers = new StreamWriter(Console.OpenStandardOutput(), Utf8);
        // What code writes outside any cell must not stand between the answers, nor what it reads be a request.
        Console.SetOut(Console.Error);
        Console.SetIn(TextReader.Null);
        var session = new NotebookSession(options);
        new SessionServer(session, requests, answers).Run();
    }
}
