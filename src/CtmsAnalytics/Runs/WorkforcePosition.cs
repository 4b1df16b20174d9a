namespace CtmsAnalytics.Runs;

/// <summary>Where the people of a roster stand in a scenario at one moment: what charts of people are made of. Holds personal data in <see cref="People"/>.</summary>
/// <param name="Scenario">Name of the scenario.</param>
/// <param name="FiscalYear">Fiscal year at whose start or end people stand, and whose calendar year the position against the aggregate limit is about.</param>
/// <param name="IsStart">Whether it is the start of the year, when the horizon opens, or its end.</param>
/// <param name="Levels">Work levels in the order of the salary structure.</param>
/// <param name="Markets">Names of the local talent markets by code (158.612); a market without a name is shown by its code.</param>
/// <param name="People">One position for each person, in the order of the roster.</param>
public sealed record WorkforcePosition(
    string Scenario,
    int FiscalYear,
    bool IsStart,
    IReadOnlyList<WorkLevelName> Levels,
    IReadOnlyDictionary<string, string> Markets,
    IReadOnlyList<PersonPosition> People);

/// <summary>A work level (158.404(c)) as tables and charts name it.</summary>
/// <param name="Code">Its code.</param>
/// <param name="Title">Its name.</param>
public sealed record WorkLevelName(string Code, string Title);
