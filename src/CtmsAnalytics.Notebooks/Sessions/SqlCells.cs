using System.Collections;
using System.Globalization;
using System.Text.RegularExpressions;
using CtmsAnalytics.Diagnostics;
using CtmsAnalytics.Workspace;
using CtmsAnalytics.Workspace.Queries;

namespace CtmsAnalytics.Notebooks.Sessions;

/// <summary>Runs SQL cells against the workspace, with the variables of C# cells as parameters and tables.</summary>
/// <param name="csharp">The C# cells of the session.</param>
/// <param name="session">The session.</param>
internal sealed partial class SqlCells(CSharpCells csharp, NotebookSession session)
{
    private const string WorkspaceVariable = "workspace";

    /// <summary>Runs a query.</summary>
    /// <param name="cell">The cell.</param>
    /// <param name="cancellation">Stops the query.</param>
    /// <returns>The result; a cell with <c>--name</c> keeps it as a variable and shows it as well.</returns>
    public (bool HasValue, object? Value) Run(CellCode cell, CancellationToken cancellation)
    {
        if (string.IsNullOrWhiteSpace(cell.Text)) throw new CellException(CellErrors.At("Sql", 1, null, "The cell has no statement behind its first line.", cell.Source));
        var variables = csharp.Variables.ToDictionary(v => v.Name, v => v.Value, StringComparer.Ordinal);
        var bench = Workbench(variables);
        var code = Comments().Replace(cell.Text, "");
        var parameters = new Dictionary<string, object?>(StringComparer.Ordinal);
        foreach (Match use in ParameterUse().Matches(code))
        {
            var name = use.Groups["name"].Value;
            parameters[name] = variables.TryGetValue(name, out var value) ? Plain(name, value) : throw new InputException($"The statement has the parameter ${name}, and there is no C# variable of that name. Declare it in a C# cell first.");
        }

        try
        {
            var table = bench.Sql(cell.Text, parameters, tables: Tables(bench, variables, code), cancellationToken: cancellation);
            session.LastSqlResult = table;
            if (cell.Name is { } variable) csharp.Run($"var {variable} = {nameof(NotebookGlobals.LastSqlResult)};", "#!sql", cancellation);
            return (true, table);
        }
        catch (InputException exception) when (LineOf(exception.Message) is { } line)
        {
            throw new CellException(CellErrors.At("Sql", line, null, FirstLines(exception.Message), cell.Source));
        }
    }

    /// <summary>Asks the workspace what it holds.</summary>
    /// <param name="statement">A query without parameters.</param>
    /// <returns>All rows of its answer.</returns>
    /// <exception cref="InputException">The session has no workspace, or it cannot be opened.</exception>
    public ResultTable Schema(string statement) => Workbench(csharp.Variables.ToDictionary(v => v.Name, v => v.Value, StringComparer.Ordinal)).Sql(statement, rows: int.MaxValue);

    /// <summary>The workbench of a C# cell where there is one, or else the workspace that the session was started on, or else the folder in the variable <c>workspace</c>.</summary>
    private Workbench Workbench(Dictionary<string, object> variables)
    {
        if (variables.Values.OfType<Workbench>().LastOrDefault() is { } open) return open;
        if (session.Workspace is { } folder) return CtmsAnalytics.Workspace.Workbench.Open(folder);
        if (variables.GetValueOrDefault(WorkspaceVariable) is string { Length: > 0 } named) return CtmsAnalytics.Workspace.Workbench.Open(Path.Combine(session.Folder, named));
        throw new InputException("The session has no workspace for SQL. Open one in a C# cell first: var bench = Workbench.Open(\"work\"); or start the session on one with --workspace.");
    }

    /// <summary>Variables that a statement reads like tables: sequences whose names it has and the workspace has not.</summary>
    private static Dictionary<string, object?>? Tables(Workbench bench, Dictionary<string, object> variables, string code)
    {
        var words = Words().Matches(code).Select(m => m.Value).Distinct(StringComparer.Ordinal)
            .Where(w => variables.GetValueOrDefault(w) is ResultTable or (IEnumerable and not string)).ToList();
        if (words.Count == 0) return null;
        var own = bench.TablesAmong(words);
        return words.Where(w => !own.Contains(w)).ToDictionary(w => w, w => (object?)variables[w], StringComparer.Ordinal);
    }

    private static object? Plain(string name, object? value) => value is null or string or IFormattable or bool
        ? value is Enum ? value.ToString() : value
        : throw new InputException($"${name} is a {value.GetType().Name}, and a parameter is one number, text, date or truth value. A sequence is read like a table: FROM {name}.");

    private static int? LineOf(string message) => PlaceInMessage().Match(message) is { Success: true } match ? int.Parse(match.Groups["line"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture) : null;

    /// <summary>The database's words without its own excerpt of the statement, which the cell's own lines take the place of.</summary>
    private static string FirstLines(string message) => message[..PlaceInMessage().Match(message).Index].Trim();

    [GeneratedRegex(@"'(?:[^']|'')*'|--[^\n]*|/\*.*?\*/", RegexOptions.Singleline | RegexOptions.CultureInvariant)]
    private static partial Regex Comments();

    [GeneratedRegex(@"\$(?<name>[A-Za-z_]\w*)", RegexOptions.CultureInvariant)]
    private static partial Regex ParameterUse();

    [GeneratedRegex(@"(?<![$\w])[A-Za-z_]\w*", RegexOptions.CultureInvariant)]
    private static partial Regex Words();

    [GeneratedRegex(@"\n*LINE (?<line>[0-9]{1,6}): ", RegexOptions.CultureInvariant)]
    private static partial Regex PlaceInMessage();
}
