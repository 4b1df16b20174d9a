using CtmsAnalytics.Deployment;
using CtmsAnalytics.Tests.Projection;
using CtmsAnalytics.WorkValuation;

namespace CtmsAnalytics.Tests.WorkValuation;

/// <summary>A small library and scheme with two ladders: points are 100 times the sum of half the best two of three skills and half the rating of the work, in tenths.</summary>
internal static class ValuationWorld
{
    public static readonly QualificationLibrary Library = new(
        [new("AAA", "Alpha", "technical", "a"), new("BBB", "Beta", "technical", "b"), new("CCC", "Gamma", "technical", "c")],
        [new(1, "Low", ""), new(2, "Some", ""), new(3, "Good", ""), new(4, "High", ""), new(5, "Best", "")],
        [new("WRK", "Work", "w")],
        [new("ONE", "First", new Dictionary<string, double> { ["AAA"] = 2, ["BBB"] = 1 }, []), new("TWO", "Second", new Dictionary<string, double> { ["CCC"] = 1 }, [])]);

    public static readonly ValuationScheme Scheme = new(
        "Test", 1, new DateOnly(2026, 1, 1), 1000, 2.5,
        [
            new ValuationFactor("SKILL", "Skill", 0.5, 2, new Dictionary<string, double> { ["AAA"] = 1, ["BBB"] = 1, ["CCC"] = 1 }),
            new ValuationFactor("WORK", "Work", 0.5, 0, new Dictionary<string, double> { ["WRK"] = 1 }),
        ],
        [
            new ValuationLevel("T1", "tech", 0, "Junior", "I", ""), new ValuationLevel("T2", "tech", 400, "Senior", "II", ""), new ValuationLevel("T3", "tech", 700, "Expert", "III", "Expert"),
            new ValuationLevel("L1", "lead", 0, "Leader", "I", ""), new ValuationLevel("L2", "lead", 500, "Executive", "II", ""),
        ],
        new Dictionary<string, string> { ["Technical"] = "tech", ["Expert"] = "tech", ["Leadership"] = "lead" });

    public static readonly ValuationBasis Basis = new(Library, Scheme);

    public static PersonQualifications Holds(string id, double a, double b, double c, double work) =>
        new(id, new Dictionary<string, double> { ["AAA"] = a, ["BBB"] = b, ["CCC"] = c }) { Work = new Dictionary<string, double> { ["WRK"] = work } };

    public static RosterPerson Person(string id, string level, string track = "Technical") => TestWorld.Person() with { PersonId = id, WorkLevel = level, Track = track };

    public static ValuedRoster Roster(params (string Id, string Level, PersonQualifications Holds)[] people) =>
        ValuedRoster.Of([.. people.Select(p => Person(p.Id, p.Level))], [.. people.Select(p => p.Holds)], Basis);
}
