using System.Globalization;
using System.Text;
using CtmsAnalytics.Simulation;
using CtmsAnalytics.WorkValuation;

namespace CtmsAnalytics.Samples;

/// <summary>Makes qualifications of a synthetic roster: they rise with the work level, lie highest in the person's own specialisation and scatter, so that a scheme reproduces most levels and not all.</summary>
public static class SyntheticQualifications
{
    private const int WordsInBlock = 4;

    /// <summary>Makes the qualifications of everybody.</summary>
    /// <param name="people">Identifier and work level of each, in the order of the result.</param>
    /// <param name="library">The library.</param>
    /// <param name="options">What is assumed.</param>
    /// <returns>The qualifications and ratings of the work, each above 0; the same for the same inputs.</returns>
    /// <exception cref="FormatException">The assumptions lack a work level or a category.</exception>
    public static IReadOnlyList<PersonQualifications> Generate(IReadOnlyList<(string PersonId, string WorkLevel)> people, QualificationLibrary library, SyntheticQualificationOptions options)
    {
        ArgumentNullException.ThrowIfNull(people);
        ArgumentNullException.ThrowIfNull(library);
        ArgumentNullException.ThrowIfNull(options);
        var keys = PersonKeys.Of([.. people.Select(p => p.PersonId)]);
        return [.. people.Select((p, i) => Person(p.PersonId, p.WorkLevel, keys[i], library, options))];
    }

    /// <summary>Writes qualifications as comma-separated text.</summary>
    /// <param name="people">The people.</param>
    /// <param name="work">Whether the ratings of the work are written, and not the qualifications.</param>
    /// <returns>The text, one row for each person and item.</returns>
    public static string Csv(IReadOnlyList<PersonQualifications> people, bool work)
    {
        ArgumentNullException.ThrowIfNull(people);
        var text = new StringBuilder(work ? "person_id,work_factor,rating,determined\n" : "person_id,qualification,proficiency,determined\n");
        foreach (var person in people)
        {
            foreach (var (item, value) in work ? person.Work : person.Proficiency)
                text.Append(CultureInfo.InvariantCulture, $"{person.PersonId},{item},{value:0.##},{person.Determined:yyyy-MM-dd}\n");
        }

        return text.ToString();
    }

    private static PersonQualifications Person(string id, string level, uint key, QualificationLibrary library, SyntheticQualificationOptions options)
    {
        if (!options.Levels.TryGetValue(level, out var means)) throw new FormatException($"There is no work level {level}.");
        var items = library.Items;
        var luck = Numbers(key, items.Count + 2, options.Seed);
        var own = Specialisation(library, luck[0], means).Qualifications.Keys.ToHashSet(StringComparer.Ordinal);
        var common = options.PersonDeviation * Deterministic.NormalQuantile(luck[1]);
        double Value(int i, double mean)
        {
            var value = mean + common + (options.ItemDeviation * Deterministic.NormalQuantile(luck[i + 2]));
            return Math.Clamp(Math.Floor((value / options.Step) + 0.5) * options.Step, 0, library.Maximum);
        }

        double Mean(Qualification q) => own.Contains(q.Id) ? Math.Max(means["own"], Of(means, q.Category)) : Of(means, q.Category);
        var proficiency = library.Qualifications.Select((q, i) => (q.Id, Value: Value(i, Mean(q)))).Where(v => v.Value > 0).ToDictionary(v => v.Id, v => v.Value, StringComparer.Ordinal);
        var work = library.WorkFactors.Select((w, i) => (w.Id, Value: Value(library.Qualifications.Count + i, Of(means, "work")))).Where(v => v.Value > 0).ToDictionary(v => v.Id, v => v.Value, StringComparer.Ordinal);
        return new PersonQualifications(id, proficiency) { Work = work, Determined = options.Determined };
    }

    /// <summary>One of the specialisations, all equally likely; leaders lead and deliver programs.</summary>
    private static Specialisation Specialisation(QualificationLibrary library, double luck, IReadOnlyDictionary<string, double> means)
    {
        bool Leads(Specialisation s) => s.Qualifications.Keys.Any(k => library.Qualifications.First(q => q.Id == k).Category == "leadership");
        var among = library.Specialisations.Where(s => Leads(s) == means["leadership"] >= means["own"]).ToList();
        return among[(int)(luck * among.Count)];
    }

    private static double Of(IReadOnlyDictionary<string, double> means, string category) =>
        means.TryGetValue(category, out var mean) ? mean : throw new FormatException($"There is no mean proficiency of the category {category}.");

    private static double[] Numbers(uint key, int count, uint seed)
    {
        var numbers = new double[count];
        for (var i = 0; i < count; i++)
        {
            var block = Philox.Block(key, (uint)(i / WordsInBlock), 0, (uint)LuckPurpose.SampleQualification, seed);
            numbers[i] = Philox.Uniform((i % WordsInBlock) switch { 0 => block.Word0, 1 => block.Word1, 2 => block.Word2, _ => block.Word3 });
        }

        return numbers;
    }
}
