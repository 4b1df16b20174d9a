using System.Globalization;
using CtmsAnalytics.Diagnostics;
using CtmsAnalytics.Parameters;

namespace CtmsAnalytics.Budget.Tables;

/// <summary>Which object class a cost belongs to and which fund pays it: policy data by fiscal year.</summary>
/// <param name="ObjectClasses">Rules for object classes, at least one for each component and kind of employment that occurs.</param>
/// <param name="Funds">Rules for funds.</param>
public sealed record BudgetPolicy(IReadOnlyList<ObjectClassRule> ObjectClasses, IReadOnlyList<FundRule> Funds)
{
    /// <summary>The object class of a cost: the rule of its kind of employment before one for any, and of these the latest one in force.</summary>
    /// <param name="component">What the dollar is paid for.</param>
    /// <param name="employment">Kind of employment.</param>
    /// <param name="fiscalYear">Fiscal year.</param>
    /// <returns>The rule in force.</returns>
    /// <exception cref="InputException">No rule covers the cost.</exception>
    public ObjectClassRule ObjectClassOf(Component component, Employment employment, int fiscalYear) =>
        ObjectClasses.Where(r => r.Component == component && (r.Employment is null || r.Employment == employment) && r.EffectiveYear <= fiscalYear)
            .MaxBy(r => (r.Employment is not null, r.EffectiveYear))
        ?? throw new InputException(string.Create(CultureInfo.InvariantCulture, $"No object class is given for '{ComponentName.Of(component)}' in FY{fiscalYear}. Add a row to object_classes.csv."));

    /// <summary>The fund of an organisation: the rule that names it before one for its agency before one for all, and of these the latest one in force.</summary>
    /// <param name="agency">Component of the Department.</param>
    /// <param name="organisation">Organisation inside the agency.</param>
    /// <param name="fiscalYear">Fiscal year.</param>
    /// <returns>The rule in force.</returns>
    /// <exception cref="InputException">No rule covers the organisation.</exception>
    public FundRule FundOf(string agency, string organisation, int fiscalYear) =>
        Funds.Where(r => (r.Agency is null || r.Agency == agency) && (r.Organisation is null || r.Organisation == organisation) && r.EffectiveYear <= fiscalYear)
            .MaxBy(r => (r.Organisation is not null, r.Agency is not null, r.EffectiveYear))
        ?? throw new InputException(string.Create(CultureInfo.InvariantCulture, $"No fund is given for {agency} {organisation} in FY{fiscalYear}. Add a row to funds.csv."));

    /// <summary>The same policy with every object class that pays for one of some components put into one, so that no difference of two classes is the amount of a component that may not be shown alone.</summary>
    /// <param name="components">The components; may be empty.</param>
    /// <returns>The policy.</returns>
    public BudgetPolicy Together(IReadOnlySet<Component> components)
    {
        ArgumentNullException.ThrowIfNull(components);
        var classes = ObjectClasses.Where(r => components.Contains(r.Component)).Select(r => r.ObjectClass).Distinct().OrderBy(c => c.Code, StringComparer.Ordinal).ToList();
        if (classes.Count < 2) return this;
        var joined = new ObjectClass(string.Join(" + ", classes.Select(c => c.Code)), string.Join("; ", classes.Select(c => c.Title)));
        return this with { ObjectClasses = [.. ObjectClasses.Select(r => classes.Contains(r.ObjectClass) ? r with { ObjectClass = joined } : r)] };
    }
}

/// <summary>The object class of a component.</summary>
/// <param name="Component">What the dollar is paid for.</param>
/// <param name="Employment">Kind of employment; null for any.</param>
/// <param name="EffectiveYear">First fiscal year in which it holds.</param>
/// <param name="ObjectClass">The object class.</param>
/// <param name="Mark">How far it can be defended.</param>
/// <param name="Source">Where it was read, or why it is assumed.</param>
public sealed record ObjectClassRule(Component Component, Employment? Employment, int EffectiveYear, ObjectClass ObjectClass, ParameterMark Mark, string Source);

/// <summary>The fund of an organisation.</summary>
/// <param name="Agency">Component of the Department; null for any.</param>
/// <param name="Organisation">Organisation inside the agency; null for any.</param>
/// <param name="EffectiveYear">First fiscal year in which it holds.</param>
/// <param name="Fund">The fund.</param>
/// <param name="Mark">How far it can be defended.</param>
/// <param name="Source">Where it was read, or why it is assumed.</param>
public sealed record FundRule(string? Agency, string? Organisation, int EffectiveYear, Fund Fund, ParameterMark Mark, string Source);
