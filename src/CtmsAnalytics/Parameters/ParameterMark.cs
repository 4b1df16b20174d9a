namespace CtmsAnalytics.Parameters;

/// <summary>Where a figure comes from, and therefore how far it can be defended.</summary>
public enum ParameterMark
{
    /// <summary>Stands in the text of part 158 or of a statute that it names.</summary>
    Regulation,

    /// <summary>Published by the agency that sets it, for the year that the row names.</summary>
    Published,

    /// <summary>Computed from published figures by a rule that the row's source states.</summary>
    Derived,

    /// <summary>Seen in one weak source only; not confirmed.</summary>
    LowConfidence,

    /// <summary>Assumed by the modeller; every result that rests on it says so.</summary>
    Assumed,
}
