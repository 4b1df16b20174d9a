using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using CtmsAnalytics.TalentMarket;

namespace CtmsAnalytics.Projection;

/// <summary>Two proposals on the same workforce, market and rates.</summary>
/// <param name="Baseline">The first scenario's projection.</param>
/// <param name="Proposal">The second scenario's projection.</param>
/// <param name="Drivers">The difference split by the part of policy that causes it, in the order in which the parts were exchanged; it adds up exactly.</param>
/// <param name="Staircase">Salary structures of the proposal, by work level, beside the baseline and the market; each person of the roster counts in one step.</param>
/// <param name="Manifest">What the numbers were computed from.</param>
public sealed record Comparison(
    ProjectionResult Baseline,
    ProjectionResult Proposal,
    IReadOnlyList<CostDriver> Drivers,
    IReadOnlyList<StaircaseStep> Staircase,
    RunManifest Manifest);

/// <summary>The part of a difference that one part of policy causes.</summary>
/// <param name="Section">Section of the scenario, for example <c>structure</c>.</param>
/// <param name="Title">The section in words for a chart.</param>
/// <param name="CentsByYear">Difference in cents by fiscal year.</param>
public sealed record CostDriver(string Section, string Title, IReadOnlyDictionary<int, long> CentsByYear)
{
    /// <summary>Difference over all years, cents.</summary>
    public long Total => CentsByYear.Values.Sum();
}

/// <summary>One subrange of the proposal beside the baseline's and its market, at the start of a fiscal year.</summary>
/// <param name="WorkLevel">Code of the work level.</param>
/// <param name="Title">Name of the work level, with the name of a further structure in brackets.</param>
/// <param name="BaselineMinimum">
/// Minimum in the baseline, US dollars a year: that of the structure of the same name, else of the one that covers most of these people there; the proposal's own where the
/// baseline has no such level.
/// </param>
/// <param name="BaselineMaximum">Maximum in the baseline, US dollars a year.</param>
/// <param name="ProposalMinimum">Minimum in the proposal, US dollars a year.</param>
/// <param name="ProposalMaximum">Maximum in the proposal, US dollars a year.</param>
/// <param name="Market">National market of the matched occupations, aged to the same date.</param>
/// <param name="Incumbents">Structure salaries of the people at the level at the start whom the subrange's structure covers in the proposal, US dollars a year.</param>
public sealed record StaircaseStep(
    string WorkLevel,
    string Title,
    long BaselineMinimum,
    long BaselineMaximum,
    long ProposalMinimum,
    long ProposalMaximum,
    LevelMarket Market,
    IReadOnlyList<long> Incumbents);

/// <summary>What a run was computed from, so that it can be repeated and defended.</summary>
/// <param name="RunId">Identifier derived from the inputs: the same inputs give the same identifier.</param>
/// <param name="LibraryVersion">Version of the library.</param>
/// <param name="Inputs">Every input with its SHA-256, in hexadecimal.</param>
/// <param name="Method">How the numbers were made, in one sentence.</param>
public sealed record RunManifest(string RunId, string LibraryVersion, IReadOnlyList<ManifestInput> Inputs, string Method)
{
    private const int IdentifierLength = 12;

    /// <summary>Creates the manifest of a run: the identifier is the beginning of the SHA-256 over the library's version and the role and digest of every input, in their order.</summary>
    /// <param name="inputs">Every input with its digest.</param>
    /// <param name="method">How the numbers are made, in one sentence.</param>
    /// <returns>The manifest.</returns>
    public static RunManifest Create(IReadOnlyList<ManifestInput> inputs, string method)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        var version = typeof(RunManifest).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "unknown";
        var text = string.Join('\n', inputs.Select(i => $"{i.Role}\t{i.Sha256}").Prepend(version));
        return new RunManifest(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..IdentifierLength], version, inputs, method);
    }
}

/// <summary>One input of a run.</summary>
/// <param name="Role">What it was used as: <c>scenario</c>, <c>roster</c>, <c>market</c>, <c>parameters</c>.</param>
/// <param name="Name">Name of the file or table.</param>
/// <param name="Sha256">SHA-256 of its content, lower-case hexadecimal.</param>
public sealed record ManifestInput(string Role, string Name, string Sha256);
