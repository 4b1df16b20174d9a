namespace CtmsAnalytics.Workspace.Market;

/// <summary>A survey of the workspace beside the wage survey of BLS.</summary>
/// <param name="Name">Its name.</param>
/// <param name="IsMicroData">Whether it holds single answers, and not published tables.</param>
/// <param name="FirstYear">First survey year.</param>
/// <param name="LastYear">Last survey year.</param>
/// <param name="Rows">Rows.</param>
public sealed record SurveyInfo(string Name, bool IsMicroData, int FirstYear, int LastYear, long Rows);
