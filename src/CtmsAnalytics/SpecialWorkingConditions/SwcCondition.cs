namespace CtmsAnalytics.SpecialWorkingConditions;

/// <summary>A special working condition (158.642(b)). A program that names several covers their combination (158.642(b)(3)).</summary>
public enum SwcCondition
{
    /// <summary>Unusual physical or mental hardship (158.642(b)(1)).</summary>
    Hardship,

    /// <summary>Work at an atypical location (158.642(b)(2)).</summary>
    AtypicalLocation,

    /// <summary>Work at unexpected times (158.642(b)(2)).</summary>
    UnexpectedTime,

    /// <summary>Work for an uncommon duration, past the expectation of 158.601(c) (158.642(b)(2)).</summary>
    UncommonDuration,
}
