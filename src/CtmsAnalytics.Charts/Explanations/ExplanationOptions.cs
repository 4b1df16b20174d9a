using CtmsAnalytics.PersonnelActions;

namespace CtmsAnalytics.Charts.Explanations;

/// <summary>What an explanation page says beside the explanation itself.</summary>
public sealed class ExplanationOptions
{
    /// <summary>The actions that were given: any other action of the explanation is marked as assumed. Null, the default, where it is not known which were given; nothing is marked then.</summary>
    public IReadOnlyList<PersonnelAction>? Given { get; init; }

    /// <summary>Sentences about the roster, for example that its people are synthetic; default none.</summary>
    public IReadOnlyList<string> RosterNotes { get; init; } = [];
}
