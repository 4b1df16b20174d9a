using System.CommandLine;
using System.Text.Json;
using CtmsAnalytics.Cli.Commands;
using CtmsAnalytics.Cli.Output;

namespace CtmsAnalytics.Cli.Tests.Commands;

public sealed class UsageErrorTests
{
    [Theory]
    [InlineData("comprae", "There is no command 'comprae'. Did you mean 'compare'?", "ctms --help")]
    [InlineData("compare a.yaml", "proposal is missing: Scenario file of the proposal.", "ctms compare --help")]
    [InlineData("compare a.yaml b.yaml --workspce x", "There is no option '--workspce'. Did you mean '--workspace'?", "ctms compare --help")]
    [InlineData("compare a.yaml b.yaml c.yaml", "'c.yaml' is one argument too many.", "ctms compare --help")]
    [InlineData("simulate a.yaml --drws 3", "There is no option '--drws'. Did you mean '--draws'?", "ctms simulate --help")]
    [InlineData("simulate a.yaml --emit slrm", "--emit slrm: write one of slurm, kubernetes. Did you mean 'slurm'?", "ctms simulate --help")]
    [InlineData("import", "ctms import needs one of market, survey, index, jobs, roster, records, qualifications, framework, library, assignments, hours.", "ctms import --help")]
    [InlineData("scenario chekc a.yaml", "There is no command 'chekc'. Did you mean 'check'?", "ctms scenario --help")]
    [InlineData("scenario check", "files is missing: Scenario files.", "ctms scenario check --help")]
    [InlineData("whom a.yaml b.yaml --year next", "--year next: write a whole number.", "ctms whom --help")]
    [InlineData("whom a.yaml b.yaml", "--year is missing: Fiscal year inside the scenarios' horizon; a calendar year with --calendar-year.", "ctms whom --help")]
    [InlineData("whom a.yaml b.yaml --year 2028 --roster", "--roster needs a value: Number of the roster as 'ctms rosters' lists it; the current one when it is not given.", "ctms whom --help")]
    [InlineData("notebook run x.ipynb --timeout abc", "--timeout abc: write a number.", "ctms notebook run --help")]
    [InlineData("simulate a.yaml --checkpoint abc", "--checkpoint abc: write a number.", "ctms simulate --help")]
    [InlineData("deployment designate --level TEC --organisation CSD --market DCB -n abc", "--positions abc: write a whole number.", "ctms deployment designate --help")]
    [InlineData("rosters --quiet --verbose", "Choose one of --quiet and --verbose.", "ctms rosters --help")]
    [InlineData("help comprae", "There is no help on 'comprae'. Did you mean 'compare'?", "ctms help --help")]
    public void CommandLine_ThatIsWrong_GetsTheErrorASuggestionAndAHintAndNothingElse(string arguments, string message, string hint)
    {
        var words = arguments.Split(' ');

        Assert.Equal((2, "", $"error: {message}\nhint: {hint}\n"), CtmsProcess.Run(words));

        var (code, output, error) = CtmsProcess.Run(arguments.EndsWith("--roster", StringComparison.Ordinal) ? [words[0], "--json", .. words[1..]] : [.. words, "--json"]);
        Assert.Equal((2, "", 1), (code, output, error.TrimEnd('\n').Split('\n').Length));
        using var json = JsonDocument.Parse(error);
        Assert.Equal(2, json.RootElement.GetProperty("exit_code").GetInt32());
        var problem = json.RootElement.GetProperty("error").GetProperty("problems")[0];
        Assert.Equal((JsonValueKind.Null, hint), (problem.GetProperty("file").ValueKind, problem.GetProperty("hint").GetString()));
        if (arguments is not ("import" or "help comprae")) Assert.Equal(message, problem.GetProperty("message").GetString());
    }

    [Fact]
    public void CommandLine_AnyOptionOrArgumentThatTakesAValueOfAKind_RefusesLettersAndDoesNotThrow()
    {
        var root = new CtmsRoot(CommandConsole.Into(TextWriter.Null, TextWriter.Null)).Command;
        var tried = 0;
        foreach (var (path, command) in Commands(root, []))
        {
            // Checks that read a text or several values at once may refuse them or not: they only may not throw.
            foreach (var option in command.Options) Assert.NotNull(root.Parse([.. path, option.Name, "abc"]));
            Assert.NotNull(root.Parse([.. path, .. command.Options.SelectMany(o => new[] { o.Name, "abc" })]));
            var options = command.Options.Where(o => IsOfAKind(o.ValueType)).ToList();
            var arguments = command.Arguments.Where(a => IsOfAKind(a.ValueType)).ToList();
            foreach (var option in options) Refuses([.. path, option.Name, "abc"]);
            foreach (var argument in arguments) Refuses([.. path, .. command.Arguments.Select(_ => "abc")]);
            tried += options.Count + arguments.Count;
        }

        Assert.True(tried > 50, $"Only {tried} options were tried.");

        void Refuses(string[] line)
        {
            using var error = new StringWriter();
            Assert.Equal(ExitCode.Usage, Cli.Diagnostics.UsageError.Print(root.Parse(line), CommandConsole.Into(TextWriter.Null, error)));
            // Where more is missing or wrong, that is said in its place.
            Assert.Matches("^error: [^\n]", error.ToString());
        }
    }

    private static IEnumerable<(string[] Path, Command Command)> Commands(Command command, string[] path) =>
        command.Subcommands.SelectMany(c => Commands(c, [.. path, c.Name])).Prepend((path, command));

    private static bool IsOfAKind(Type type)
    {
        var one = type.IsArray ? type.GetElementType()! : type;
        one = Nullable.GetUnderlyingType(one) ?? one;
        return one.IsValueType && one != typeof(bool) && one != typeof(void);
    }
}
