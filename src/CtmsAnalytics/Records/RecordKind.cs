namespace CtmsAnalytics.Records;

/// <summary>How the value of a documentation item is written.</summary>
public enum RecordKind
{
    /// <summary>Words or a code.</summary>
    Text,

    /// <summary>A day, year-month-day.</summary>
    Date,

    /// <summary>An annual rate in whole US dollars.</summary>
    Dollars,

    /// <summary>Whole hours.</summary>
    Hours,

    /// <summary>A five-digit county code.</summary>
    County,

    /// <summary><c>renewable</c>, <c>continuing</c> or <c>advisory</c> (158.522(c)).</summary>
    Appointment,

    /// <summary><c>full-time</c>, <c>part-time</c> or <c>contingent</c> (158.705(b)).</summary>
    Schedule,

    /// <summary><c>yes</c> or <c>no</c>.</summary>
    YesNo,

    /// <summary>A mission impact rating, 0 to 3 (158.805).</summary>
    Rating,
}
