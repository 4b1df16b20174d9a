using System.Globalization;

namespace CtmsAnalytics.Equity;

/// <summary>
/// Blinder-Oaxaca decomposition of the difference between the mean outcomes of the reference (A) and a group (B), reference less group. Each part has a standard error that holds whatever the
/// variance of the errors, with the means and coefficients of both groups and of the pooled model moving together.
/// </summary>
/// <param name="Group">Value of the class.</param>
/// <param name="ReferencePeople">People of the reference that take part.</param>
/// <param name="GroupPeople">People of the group that take part.</param>
/// <param name="LeftOut">People of both who were left out because nobody of the other group is in their category of a factor.</param>
/// <param name="ReferenceMean">Mean outcome of the reference.</param>
/// <param name="GroupMean">Mean outcome of the group.</param>
/// <param name="Difference">Reference less group.</param>
/// <param name="Endowments">Threefold: what the group would gain with the factors of the reference, at its own coefficients.</param>
/// <param name="Coefficients">Threefold: what it would gain with the coefficients of the reference, at its own factors.</param>
/// <param name="Interaction">Threefold: what both differences make together.</param>
/// <param name="Twofold">Explained and unexplained parts, by the coefficients that are taken for fair.</param>
/// <param name="Terms">The parts by factor; those of coefficients depend on where a factor's zero and a category's base lie.</param>
/// <param name="Reason">Why there is no decomposition; null where there is one.</param>
public sealed record Decomposition(
    string Group,
    int ReferencePeople,
    int GroupPeople,
    int LeftOut,
    double ReferenceMean,
    double GroupMean,
    DecompositionPart Difference,
    DecompositionPart Endowments,
    DecompositionPart Coefficients,
    DecompositionPart Interaction,
    IReadOnlyList<TwofoldDecomposition> Twofold,
    IReadOnlyList<DecompositionTerm> Terms,
    string? Reason)
{
    /// <summary>The note on people who were left out; null where nobody was. It counts people of the groups, however few they are.</summary>
    internal string? LeftOutNote => LeftOut > 0 ? string.Create(CultureInfo.InvariantCulture, $"The decomposition for {Group} leaves out {LeftOut:N0} people in categories that only one of the two groups has.") : null;

    /// <summary>The note on why there is no decomposition; null where there is one. It may count people of the groups, however few they are.</summary>
    internal string? ReasonNote => Reason is null ? null : $"There is no decomposition for {Group}. {Reason}";

    /// <summary>A decomposition that cannot be made.</summary>
    internal static Decomposition Impossible(string group, int referencePeople, int groupPeople, int leftOut, string reason)
    {
        var none = new DecompositionPart(0, null);
        return new Decomposition(group, referencePeople, groupPeople, leftOut, 0, 0, none, none, none, none, [], [], reason);
    }
}

/// <summary>A part of a difference.</summary>
/// <param name="Value">The part, in units of the outcome.</param>
/// <param name="StandardError">Its standard error; null where there is none.</param>
public sealed record DecompositionPart(double Value, double? StandardError);

/// <summary>A twofold decomposition.</summary>
/// <param name="Coefficients">The coefficients that are taken for fair.</param>
/// <param name="ReferenceWeight">Weight of the reference's coefficients in them, 0 to 1; null for those of a pooled model.</param>
/// <param name="Explained">What the difference in factors makes at the fair coefficients.</param>
/// <param name="Unexplained">The rest.</param>
/// <param name="UnexplainedReference">The part of the rest that is in favour of the reference.</param>
/// <param name="UnexplainedGroup">The part of the rest that is against the group.</param>
public sealed record TwofoldDecomposition(
    FairCoefficients Coefficients,
    double? ReferenceWeight,
    DecompositionPart Explained,
    DecompositionPart Unexplained,
    DecompositionPart UnexplainedReference,
    DecompositionPart UnexplainedGroup);

/// <summary>The coefficients that a twofold decomposition takes for fair.</summary>
public enum FairCoefficients
{
    /// <summary>Those of the group (weight 0).</summary>
    Group,

    /// <summary>Those of the reference (weight 1).</summary>
    Reference,

    /// <summary>The mean of both (Reimers).</summary>
    Mean,

    /// <summary>Both by their share of people (Cotton).</summary>
    ByPeople,

    /// <summary>Those of one model for both without the class (Neumark).</summary>
    Pooled,

    /// <summary>Those of one model for both with the class in it (Jann).</summary>
    PooledWithClass,
}

/// <summary>The parts that one factor makes.</summary>
/// <param name="Factor">The factor as it was written, or the intercept.</param>
/// <param name="Endowments">Threefold endowments.</param>
/// <param name="Coefficients">Threefold coefficients.</param>
/// <param name="Interaction">Threefold interaction.</param>
/// <param name="Explained">Explained part at the coefficients of the pooled model with the class.</param>
/// <param name="Unexplained">Unexplained part at the same.</param>
public sealed record DecompositionTerm(string Factor, double Endowments, double Coefficients, double Interaction, double Explained, double Unexplained);
