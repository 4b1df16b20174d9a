using System.Globalization;
using System.Text;

namespace CtmsAnalytics.Workspace.Exports.Workbooks;

/// <summary>Text for a spreadsheet's cell: it stays text, and nothing in it that no cell can hold.</summary>
internal static class CellText
{
    /// <summary>Longest text of a cell.</summary>
    private const int Most = 32_767;

    private const string Escape = "_x";
    private const string Underscore = "_x005F";
    private const int EscapeLength = 7;

    /// <summary>Whether a spreadsheet that edits the text would take it for a formula; such a cell is marked as text.</summary>
    public static bool LooksLikeFormula(string text) => text.Length > 0 && text[0] is '=' or '+' or '-' or '@' or '\t' or '\r' or '\n';

    /// <summary>Leaves out control characters, broken surrogates and the two codes that are none, and shortens what is too long.</summary>
    public static string Printable(string text)
    {
        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune == Rune.ReplacementChar || rune.Value is 0xFFFE or 0xFFFF || (Rune.IsControl(rune) && rune.Value is not ('\n' or '\t'))) continue;
            if (clean.Length + rune.Utf16SequenceLength > Most) break;
            clean.Append(rune.ToString());
        }

        return clean.ToString();
    }

    /// <summary>The printable text as a file holds it: what has the form of an escape is kept from being read as one.</summary>
    public static string Clean(string text)
    {
        var clean = new StringBuilder(Printable(text));
        for (var at = 0; at + EscapeLength <= clean.Length; at++)
        {
            if (!IsEscape(clean, at)) continue;
            clean.Insert(at, Underscore);
            at += Underscore.Length;
        }

        return clean.ToString();
    }

    private static bool IsEscape(StringBuilder text, int at)
    {
        if (text[at] != Escape[0] || text[at + 1] != Escape[1] || text[at + EscapeLength - 1] != '_') return false;
        return int.TryParse(text.ToString(at + Escape.Length, EscapeLength - Escape.Length - 1), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out _);
    }
}
