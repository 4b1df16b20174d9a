namespace CtmsAnalytics.Records;

/// <summary>What a documentation item of a qualified position is about, in the order of 158.706.</summary>
public enum RecordGroup
{
    /// <summary>The appointment to the qualified position (158.706(a), 158.522, 158.523).</summary>
    Appointment,

    /// <summary>CTMS qualifications and the work that can be performed with them (158.706(b)(1)).</summary>
    Qualifications,

    /// <summary>Work and career structures (158.706(b)(2)).</summary>
    Structures,

    /// <summary>Salary (158.706(b)(3)).</summary>
    Salary,

    /// <summary>The assignment and its information (158.706(b)(3) and (e)).</summary>
    Assignment,

    /// <summary>Official worksite (158.706(b)(4)).</summary>
    Worksite,

    /// <summary>Work schedule (158.706(b)(5)).</summary>
    Schedule,
}
