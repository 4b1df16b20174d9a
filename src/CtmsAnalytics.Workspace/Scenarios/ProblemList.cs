using System.Globalization;
using System.Text;
using CtmsAnalytics.Diagnostics;

namespace CtmsAnalytics.Workspace.Scenarios;

/// <summary>Collects the problems of a chain of files, so that a person sees all of them at once.</summary>
internal sealed class ProblemList
{
    // A file of nonsense would otherwise print a problem for each of its lines.
    private const int Most = 200;

    private readonly List<InputProblem> _problems = [];
    private readonly HashSet<InputProblem> _seen = [];

    /// <summary>True when there is a problem.</summary>
    public bool Any => _problems.Count > 0;

    /// <summary>Adds a problem once.</summary>
    /// <param name="at">Where.</param>
    /// <param name="what">What is wrong, one sentence.</param>
    /// <param name="right">What would be right, one sentence, or empty.</param>
    public void Add(SourceLocation at, string what, string right)
    {
        var problem = new InputProblem(at.File, at.Line, at.Column, what, right);
        if (_problems.Count < Most && _seen.Add(problem)) _problems.Add(problem);
    }

    /// <summary>Throws when there is a problem, with all of them in the order of the files.</summary>
    /// <exception cref="InputException">There is at least one problem.</exception>
    public void ThrowIfAny()
    {
        if (!Any) return;
        var files = _problems.Select(p => p.File).Distinct(StringComparer.Ordinal).ToList();
        throw new InputException([.. _problems.OrderBy(p => files.IndexOf(p.File)).ThenBy(p => p.Line).ThenBy(p => p.Column)]);
    }

    /// <summary>Text from a file, quoted for a message: short, on one line, and unable to steer a terminal.</summary>
    /// <param name="text">Untrusted text.</param>
    /// <returns>The text in single quotes.</returns>
    public static string Quote(string text)
    {
        var shown = new StringBuilder("'");
        foreach (var rune in (text.Length > 60 ? text[..60] : text).EnumerateRunes())
        {
            var hidden = Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format
                or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;
            if (hidden) shown.Append(CultureInfo.InvariantCulture, $"\\u{rune.Value:x4}");
            else shown.Append(rune);
        }

        return shown.Append(text.Length > 60 ? "...'" : "'").ToString();
    }
}
