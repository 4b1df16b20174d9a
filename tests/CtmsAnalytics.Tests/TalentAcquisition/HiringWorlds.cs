using CtmsAnalytics.Scenarios;
using CtmsAnalytics.TalentAcquisition;
using CtmsAnalytics.Tests.Projection;
using FsCheck;
using FsCheck.Fluent;

namespace CtmsAnalytics.Tests.TalentAcquisition;

/// <summary>Random hiring terms and funnels.</summary>
internal static class HiringWorlds
{
    private static readonly Gen<PeriodRange> Ranges =
        from minimum in Gen.Choose(0, 4)
        from more in Gen.Choose(0, 3)
        select new PeriodRange(minimum, minimum + more);

    private static readonly Gen<FunnelStep> Steps =
        from rate in Gen.Choose(1, 20)
        from time in Ranges
        from cost in Gen.Choose(0, 500_000)
        select new FunnelStep(rate / 20.0, time, cost);

    public static readonly Gen<LevelFunnel> Levels =
        from level in Gen.Elements(TestWorld.Low, TestWorld.High)
        from steps in Steps.ArrayOf(5)
        from share in Gen.Choose(0, 10)
        from trip in Gen.Choose(0, 200_000)
        from lost in Gen.Choose(0, 3)
        from slope in Gen.Elements(0.0, 3.5, 9.0)
        from place in Gen.Elements<double?>(null, 0, 0.37, 1)
        select new LevelFunnel(level, "Technical", steps[0], steps[1], steps[2], steps[3], steps[4], new InterviewTravel(share / 10.0, trip), lost) { AcceptanceSlope = slope, EntryPlaceInRange = place };

    /// <summary>None in half of the worlds.</summary>
    public static readonly Gen<HiringFunnel?> Funnels = Gen.OneOf(Gen.Constant<HiringFunnel?>(null), Levels.Select(l => (HiringFunnel?)new HiringFunnel([l])));

    private static readonly Gen<HiringTerms> AnyTerms =
        from first in Ranges
        from second in Ranges
        from acceptance in Gen.Elements(1.0, 0.6, 0.15)
        from lost in Gen.Choose(0, 3)
        from place in Gen.Choose(0, 100)
        from travel in Gen.Choose(0, 900_000)
        from sourcing in Gen.Choose(0, 5_000_000)
        select new HiringTerms(PeriodDistribution.Of(first).Plus(PeriodDistribution.Of(second)), acceptance, lost, place / 100.0) { InterviewTravel = travel, SourcingAssessment = sourcing };

    /// <summary>Terms of none, one or both levels.</summary>
    public static readonly Gen<IReadOnlyDictionary<string, HiringTerms>> Terms = ByLevel(AnyTerms);

    /// <summary>The same without chance.</summary>
    public static readonly Gen<IReadOnlyDictionary<string, HiringTerms>> CertainTerms = ByLevel(
        from terms in AnyTerms
        from wait in Gen.Choose(0, 20)
        select terms with { TimeToFill = PeriodDistribution.Always(wait), OfferAcceptance = 1 });

    private static Gen<IReadOnlyDictionary<string, HiringTerms>> ByLevel(Gen<HiringTerms> terms) =>
        from levels in Gen.Elements<string[]>([], [TestWorld.Low], [TestWorld.High], [TestWorld.Low, TestWorld.High])
        from some in terms.ArrayOf(2)
        select (IReadOnlyDictionary<string, HiringTerms>)levels.Zip(some).ToDictionary(x => x.First, x => x.Second, StringComparer.Ordinal);
}
