using System.Reflection;
using System.Text.Json;
using CtmsAnalytics.Cli.Tests.Hosting;

/// <summary>
/// What the runtime calls before the entry point of <c>dotnet ctms.dll</c> where DOTNET_STARTUP_HOOKS names this assembly (the name of the class is the runtime's).
/// The process then runs one command after the other through that same entry point, so that they are compiled once and not for each command.
/// </summary>
internal static class StartupHook
{
    public static void Initialize()
    {
        Environment.SetEnvironmentVariable(WarmCtms.HookVariable, null);
        var program = Assembly.GetEntryAssembly()!.EntryPoint!;
        var home = Environment.CurrentDirectory;
        using var requests = new StreamReader(Console.OpenStandardInput());
        using var answers = new StreamWriter(Console.OpenStandardOutput()) { AutoFlush = true };
        while (requests.ReadLine() is { } line)
        {
            var request = JsonSerializer.Deserialize<WarmRequest>(line)!;
            using var output = new StringWriter();
            using var error = new StringWriter();
            Console.SetOut(output);
            Console.SetError(error);
            Environment.CurrentDirectory = request.Folder;
            var code = (int)program.Invoke(null, BindingFlags.DoNotWrapExceptions, null, [request.Arguments], null)!;
            Environment.CurrentDirectory = home;
            answers.WriteLine(JsonSerializer.Serialize(new WarmAnswer(code, output.ToString(), error.ToString())));
        }

        Environment.Exit(0);
    }
}
