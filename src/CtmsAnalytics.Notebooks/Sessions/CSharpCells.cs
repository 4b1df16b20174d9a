using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Scripting;
using Microsoft.CodeAnalysis.Scripting;

namespace CtmsAnalytics.Notebooks.Sessions;

/// <summary>Runs C# cells one after the other, each with what the ones before it declared.</summary>
/// <param name="globals">What cells can call without a name before it.</param>
/// <param name="folder">Folder that <c>#r</c> and <c>#load</c> are read from.</param>
internal sealed partial class CSharpCells(NotebookGlobals globals, string folder)
{
    private readonly Lazy<ScriptOptions> _options = new(() => ScriptReferences.Options(folder));
    private ScriptState<object>? _state;

    /// <summary>The variables of the session, the latest declaration of each name.</summary>
    public IEnumerable<ScriptVariable> Variables => _state?.Variables.GroupBy(v => v.Name, StringComparer.Ordinal).Select(g => g.Last()) ?? [];

    /// <summary>The script up to now, for completion and inspection.</summary>
    public Script<object>? Latest => _state is null ? null : (Script<object>)_state.Script;

    public ScriptOptions Options => _options.Value;

    /// <summary>Compiles and runs a cell.</summary>
    /// <param name="code">The cell.</param>
    /// <param name="name">Name of the cell in errors, for example <c>cell 3</c>.</param>
    /// <param name="cancellation">Stops between compiling and running; a running cell is stopped by its caller.</param>
    /// <returns>Whether the cell ends in an expression, and its value.</returns>
    /// <exception cref="CellException">The cell does not compile.</exception>
    public (bool HasValue, object? Value) Run(string code, string name, CancellationToken cancellation)
    {
        var script = Submission(WithoutOwnPackages(code), name);
        var errors = script.Compile(cancellation).Where(d => d.Severity == DiagnosticSeverity.Error).ToImmutableArray();
        if (errors.Length > 0) throw new CellException(CellErrors.OfCompiler(errors, code));
        // What the cell declared before it failed stays, as it does in every notebook.
        var state = CellThread.Wait(() => _state is null ? script.RunAsync(globals, _ => true, cancellation) : script.RunFromAsync(_state, _ => true, cancellation), cancellation);
        _state = state;
        if (state.Exception is { } thrown) System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(thrown);
        return (state.ReturnValue is not null, state.ReturnValue);
    }

    /// <summary>The script of a cell after all cells before it.</summary>
    public Script<object> Submission(string code, string name)
    {
        var options = _options.Value.WithFilePath(name);
        return _state is null ? CSharpScript.Create<object>(code, options, typeof(NotebookGlobals)) : _state.Script.ContinueWith<object>(code, options);
    }

    /// <summary>A package of this product is here already; another one would have to be fetched, which a session does not do.</summary>
    private static string WithoutOwnPackages(string code) => PackageReference().Replace(code, match =>
    {
        var package = match.Groups["name"].Value;
        if (package.Length == 0 || ScriptReferences.IsOwnPackage(package)) return "";
        var line = code.AsSpan(0, match.Index).Count('\n') + 1;
        throw new CellException(CellErrors.At(
            "Package", line, match.Groups["directive"].Index - code.LastIndexOf('\n', match.Groups["directive"].Index), $"The package '{package}' is not part of CtmsAnalytics, and a session fetches nothing from the network. Put the assembly beside the notebook and write #r \"{package}.dll\".", code));
    });

    [GeneratedRegex("""^[ \t]*(?<directive>#r[ \t]+"nuget:[ \t]*(?<name>[^",]+?)[ \t]*(,[^"]*)?")[ \t]*$|^[ \t]*#i[ \t]+"nuget:[^"]*"[ \t]*$""", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex PackageReference();
}
