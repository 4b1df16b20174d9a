namespace CtmsAnalytics.WorkValuation;

/// <summary>People side by side: one column of proficiencies for each qualification and work factor of a library.</summary>
public sealed class ValuationColumns
{
    private readonly double[][] _columns;

    /// <summary>Puts people side by side.</summary>
    /// <param name="people">The people, in the order in which results come.</param>
    /// <param name="tracks">Career track of each.</param>
    /// <param name="library">The library.</param>
    public ValuationColumns(IReadOnlyList<PersonQualifications> people, IReadOnlyList<string> tracks, QualificationLibrary library)
    {
        ArgumentNullException.ThrowIfNull(people);
        ArgumentNullException.ThrowIfNull(tracks);
        ArgumentNullException.ThrowIfNull(library);
        if (people.Count != tracks.Count) throw new ArgumentException("Give one track for each person.", nameof(tracks));
        (Count, Tracks) = (people.Count, tracks);
        _columns = [.. library.Items.Select(_ => new double[people.Count])];
        for (var p = 0; p < people.Count; p++)
        {
            var own = ValuationKernel.Proficiency(people[p], library);
            for (var i = 0; i < own.Length; i++) _columns[i][p] = own[i];
        }
    }

    private ValuationColumns(double[][] columns, IReadOnlyList<string> tracks) => (Count, Tracks, _columns) = (tracks.Count, tracks, columns);

    /// <summary>Number of people.</summary>
    public int Count { get; }

    /// <summary>Career track of each person.</summary>
    public IReadOnlyList<string> Tracks { get; }

    /// <summary>Number of qualifications and work factors.</summary>
    public int Items => _columns.Length;

    /// <summary>Proficiency or rating of everybody in one item; writing to it changes what is valued.</summary>
    /// <param name="item">Position among the library's items.</param>
    /// <returns>One entry for each person.</returns>
    public Span<double> Column(int item) => _columns[item];

    /// <summary>A copy that can be changed without changing this one.</summary>
    /// <returns>The copy.</returns>
    public ValuationColumns Copy() => new([.. _columns.Select(c => (double[])c.Clone())], Tracks);
}
