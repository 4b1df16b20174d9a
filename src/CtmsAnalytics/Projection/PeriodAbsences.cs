using CtmsAnalytics.Numerics;

namespace CtmsAnalytics.Projection;

/// <summary>Absences of a work period: how many people are absent for the same hours. Few combinations occur, so that people are added as integers and multiplied by hours once.</summary>
internal sealed class PeriodAbsences
{
    private readonly List<Absence> _kinds = [];

    public IReadOnlyList<Absence> Kinds => _kinds;

    /// <summary>Adds people who are absent for the same hours.</summary>
    public void Add(double holiday, double annual, double sick, PersonShare people)
    {
        foreach (var kind in _kinds)
        {
            if (kind.Holiday != holiday || kind.Annual != annual || kind.Sick != sick) continue;
            kind.People += people;
            return;
        }

        _kinds.Add(new Absence(holiday, annual, sick) { People = people });
    }

    public void Clear() => _kinds.Clear();

    /// <summary>Hours of a whole person, and how many persons.</summary>
    internal sealed class Absence(double holiday, double annual, double sick)
    {
        public double Holiday => holiday;

        public double Annual => annual;

        public double Sick => sick;

        public PersonShare People { get; set; }
    }
}
