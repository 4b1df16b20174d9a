using System.Text.Json.Serialization;
using CtmsAnalytics.Parameters;
using CtmsAnalytics.Projection;

namespace CtmsAnalytics.Studies;

/// <summary>A finished analysis that stands behind a proposal: what it was computed from, and in each kind of study what it found. It is stored, printed and shown in reports.</summary>
/// <param name="Manifest">What the study was computed from, its options among the inputs, and how.</param>
public abstract record Study(RunManifest Manifest)
{
    /// <summary>What the study is about.</summary>
    [JsonIgnore]
    public abstract StudyKind Kind { get; }

    /// <summary>Short name for lists, for example <c>Supplements for 12 markets, May 2024</c>.</summary>
    [JsonIgnore]
    public abstract string Title { get; }

    /// <summary>What tells the study apart from others of its kind that stand beside it in a report, for example the topic of a study of deployment.</summary>
    /// <value>Default empty: only the latest of the kind is told.</value>
    [JsonIgnore]
    public virtual string Topic => "";

    /// <summary>Whether the study tells what a change would do, which a run's scenarios state or not; otherwise it describes the service as it is or a scenario as it stands.</summary>
    /// <value>Default false.</value>
    [JsonIgnore]
    public virtual bool IsWhatIf => false;

    /// <summary>Assumed and low-confidence figures that the results rest on.</summary>
    /// <value>Default empty.</value>
    public IReadOnlyList<Parameter> AssumedParameters { get; init; } = [];

    /// <summary>What a reader must know beside the results, one sentence each: what was left out, stood in for or set aside, and why.</summary>
    /// <value>Default empty.</value>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>The notes that a reader may see who must not see groups of fewer than five people.</summary>
    [JsonIgnore]
    public virtual IReadOnlyList<string> PublicNotes => Notes;
}
