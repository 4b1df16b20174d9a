using CtmsAnalytics.Diagnostics;
using CtmsAnalytics.Equity;
using CtmsAnalytics.Parameters;
using CtmsAnalytics.Projection;
using CtmsAnalytics.Workspace.Equity;
using CtmsAnalytics.Workspace.Roster;
using CtmsAnalytics.Workspace.Studies;

namespace CtmsAnalytics.Workspace.Analyses;

/// <summary>People for a pay equity analysis and where they come from: what <c>ctms equity</c> stores.</summary>
/// <param name="Table">The people.</param>
/// <param name="Inputs">The files or the roster.</param>
/// <param name="Notes">What a reader must know of them.</param>
/// <param name="AsOf">Day of a roster; null for a file.</param>
internal sealed record EquitySource(EquityTable Table, IReadOnlyList<ManifestInput> Inputs, IReadOnlyList<string> Notes, DateOnly? AsOf)
{
    private const string Remedy = "A salary of the service is raised by a recognition adjustment or a supplement only (158.621(a)): a remedy needs one of them, inside the subrange and its limitation.";

    /// <summary>People of a file.</summary>
    public static EquitySource OfFile(string path, CancellationToken cancellation)
    {
        var file = EquityFile.Read(path, cancellation);
        return new EquitySource(file.Table, [file.Input], file.Notes, null);
    }

    /// <summary>People of a roster, with the protected classes of a file.</summary>
    public static EquitySource OfRoster(AnalystWorkspace workspace, int? number, string classes, CancellationToken cancellation)
    {
        var roster = workspace.FindRoster(number);
        var file = EquityFile.Read(classes, cancellation);
        var (table, notes) = RosterEquity.Join(workspace.LoadRoster(roster.RosterId), roster, file.Table);
        string[] about = RosterNotes.IsSample(roster) ? [RosterNotes.Synthetic] : [];
        return new EquitySource(table, [.. workspace.Inputs(roster.RosterId).Where(i => i.Role == "roster"), file.Input with { Role = "classes" }], [.. about, .. file.Notes, .. notes, Remedy], roster.AsOf);
    }

    /// <summary>Checks that pay does not explain pay.</summary>
    /// <exception cref="InputException">A factor of a roster's people is a salary.</exception>
    public void Require(EquitySpecification specification)
    {
        if (AsOf is not null && specification.Factors.FirstOrDefault(f => f.Contains("salary", StringComparison.Ordinal)) is { } pay)
            throw new InputException($"--factors {pay}: This is pay itself, which would explain pay by pay. Leave it out.");
    }

    /// <summary>Analyses pay.</summary>
    /// <param name="specification">What is compared and held equal.</param>
    /// <param name="parameters">Where figures that were not given were read from.</param>
    /// <param name="progress">Receives the share of the work done, 0 to 1; null for none.</param>
    /// <param name="cancellation">Stops the computation.</param>
    /// <returns>The study, and benchmark and raises of everybody.</returns>
    public (EquityStudy Study, IReadOnlyList<EquityPerson> People) Analyse(EquitySpecification specification, ParameterReader parameters, IProgress<double>? progress, CancellationToken cancellation)
    {
        var (study, people) = EquityAnalysis.Of(Table, specification, [.. Inputs, StudyInputs.OptionsOf(specification)], progress, cancellation);
        return (study with { Notes = [.. Notes, .. study.Notes], AssumedParameters = parameters.AssumedUsed }, people);
    }
}
