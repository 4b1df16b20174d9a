using CtmsAnalytics.Notebooks.Display;
using CtmsAnalytics.Workspace.Queries;

namespace CtmsAnalytics.Notebooks.Sessions;

/// <summary>What C# cells can call without a name before it.</summary>
/// <remarks>The functions have the names that notebook hosts for C# agree on.</remarks>
public sealed class NotebookGlobals
{
    private readonly NotebookSession _session;

    internal NotebookGlobals(NotebookSession session) => _session = session;

    /// <summary>Folder of the workspace that the session was started on; an empty text for none.</summary>
    public string SessionWorkspace => _session.Workspace ?? "";

    /// <summary>The result of the latest SQL cell; null before the first.</summary>
    public ResultTable? LastSqlResult => _session.LastSqlResult;

    /// <summary>Stops when the cell is interrupted; for work that takes a token.</summary>
    public CancellationToken Interrupted => _session.Interrupted;

    /// <summary>Shows a value below the cell, in every form that it has.</summary>
    /// <param name="value">The value.</param>
    /// <returns>A handle to show something else in its place.</returns>
#pragma warning disable IDE1006 // The name is the one that hosts share.
    public DisplayedValue display(object? value) => _session.Display(value);
#pragma warning restore IDE1006

    /// <summary>Text that is shown as HTML. The text is not changed: put values of others through <see cref="System.Net.WebUtility.HtmlEncode(string)"/> first.</summary>
    /// <param name="content">HTML.</param>
    /// <returns>Something to display.</returns>
    public static HtmlText HTML(string content) => new(content);

    /// <summary>Text that is shown as Markdown.</summary>
    /// <param name="content">Markdown.</param>
    /// <returns>Something to display.</returns>
    public static MarkdownText Markdown(string content) => new(content);
}
