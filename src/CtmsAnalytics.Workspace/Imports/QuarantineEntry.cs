namespace CtmsAnalytics.Workspace.Imports;

/// <summary>A row that an import has set aside, and why. Nothing of the row is in the workspace's tables.</summary>
/// <param name="Row">Row of the sheet, or line of the text file, from 1.</param>
/// <param name="Column">Column as the file names it; empty where the whole row is meant.</param>
/// <param name="Value">What stood there, at most 200 characters.</param>
/// <param name="Code">Short name of the reason, the same for every row with that reason; for example <c>unknown worksite</c>.</param>
/// <param name="Reason">What is wrong and what would be right, in that order.</param>
/// <param name="Paragraph">Paragraph of part 158 that the row offends against; empty where there is none.</param>
public sealed record QuarantineEntry(long Row, string Column, string Value, string Code, string Reason, string Paragraph)
{
    internal const int LongestValue = 200;

    internal static QuarantineEntry Create(long row, string column, string value, string code, string reason, string paragraph = "") =>
        new(row, column, value.Length <= LongestValue ? value : value[..LongestValue], code, reason, paragraph);
}
