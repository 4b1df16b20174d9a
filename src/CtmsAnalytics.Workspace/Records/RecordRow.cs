using CtmsAnalytics.Records;

namespace CtmsAnalytics.Workspace.Records;

/// <summary>A row of a file of changes, every value checked by itself.</summary>
/// <param name="RowNumber">Row of the file.</param>
/// <param name="Row">What it says.</param>
internal sealed record RecordRow(long RowNumber, PositionRow Row);
