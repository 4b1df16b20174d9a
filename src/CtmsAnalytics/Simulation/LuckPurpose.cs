namespace CtmsAnalytics.Simulation;

/// <summary>What a random number is for: the low byte of the fourth counter word of <see cref="Philox"/>.</summary>
internal enum LuckPurpose : uint
{
    /// <summary>Separation: one unit exponential per spell. When: 0.</summary>
    Separation = 1,

    /// <summary>Mission impact rating. When: calendar year of the review less that of the horizon's start.</summary>
    Rating = 2,

    /// <summary>Call to special working conditions. When: index of the work period, or of that in which the incident began.</summary>
    Special = 3,

    /// <summary>Recognition payment. When: as for the rating.</summary>
    Payment = 4,

    /// <summary>Work-level progression. When: as for the rating.</summary>
    Progression = 5,

    /// <summary>Filling of a vacancy; the spell is that of the hire. When: 0.</summary>
    Filling = 6,

    /// <summary>Recognition payment in an offer, and student loan repayments. When: 0.</summary>
    Offer = 7,

    /// <summary>Incidents of an organisation. When: index of the work period.</summary>
    Incident = 8,

    /// <summary>Growth of the talent market. When: calendar year less that of the horizon's start.</summary>
    Market = 9,

    /// <summary>Base pay raise. When: calendar year less that of the horizon's start.</summary>
    PayRaise = 10,

    /// <summary>Latent mission impact before the first review of a spell. When: 0.</summary>
    OpeningImpact = 11,

    /// <summary>Observations of a bootstrap sample. The person is the number of the block of four observations, the draw is the replicate. When: 0.</summary>
    Bootstrap = 12,

    /// <summary>Whose turn a deployment policy is. The draw is the topic; no seed takes part, because it is a decision and no chance. When: 0.</summary>
    Deployment = 13,

    /// <summary>Fold of a calibration that a person is in. Draw and when: 0.</summary>
    Fold = 20,

    /// <summary>Noise in the measurement of proficiency. When: number of the block of four qualifications.</summary>
    Proficiency = 21,

    /// <summary>Qualifications of the synthetic sample. The draw is the number of the block of four qualifications. When: 0.</summary>
    SampleQualification = 22,
}
