using CtmsAnalytics.Statistics;

namespace CtmsAnalytics.TalentMarket;

/// <summary>Turns surveys of other publishers into sources of national wages by occupation.</summary>
public static class SurveySources
{
    private const int LengthOfCode = 7;
    private const int PlaceOfHyphen = 2;

    /// <summary>Wages of micro-data: weighted quantiles of the answers whose jobs are matched to an occupation, each aged to the date from the middle of its survey year.</summary>
    /// <param name="name">Name of the survey.</param>
    /// <param name="records">The answers that count: one country, the years that are wanted.</param>
    /// <param name="matches">Job matches.</param>
    /// <param name="ageing">How salaries are aged.</param>
    /// <param name="date">Day that they are aged to.</param>
    /// <param name="seed">Seed of the replicates.</param>
    /// <param name="cancellationToken">Stops the computation.</param>
    /// <returns>One row for each occupation; its error is that of the median's replicates, put as the error of a mean. Of a single answer only the median is known.</returns>
    public static IReadOnlyList<OccupationWage> OfRecords(
        string name, IReadOnlyList<SurveyRecord> records, IReadOnlyList<JobMatch> matches, Ageing ageing, DateOnly date, uint seed, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(records);
        ArgumentNullException.ThrowIfNull(ageing);
        if (records.Count == 0) return [];
        var factors = new Dictionary<(string Occupation, int Year), double>();
        double Factor(string occupation, int year)
        {
            if (!factors.TryGetValue((occupation, year), out var factor))
                factors[(occupation, year)] = factor = ageing.Factor(MarketReference.NationalArea, occupation, MidYear(year), date).Value;
            return factor;
        }

        return
        [
            .. SurveyGroups.Matched(records, matches).GroupBy(m => m.Occupation, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g =>
            {
                var answers = g.ToList();
                var quantiles = QuantileBootstrap.Of(
                    [.. answers.Select(a => a.Record.Salary * Factor(g.Key, a.Record.Year))], [.. answers.Select(a => a.Weight)], SurveyPercentile.Probabilities, seed, cancellationToken: cancellationToken);
                var figures = quantiles.Select(q => answers.Count == 1 ? WageFigure.Absent : WageFigure.Published(q.Value)).ToList();
                var median = quantiles[Array.IndexOf(SurveyPercentile.Published, SurveyPercentile.Median)];
                var wage = new OccupationWage(
                    answers.Max(a => a.Record.Year), MarketReference.NationalArea, "U.S.", g.Key, g.Key, null, figures[0], figures[1], WageFigure.Published(median.Value), figures[^2], figures[^1], name);
                return wage with { MeanError = median.StandardError / median.Value / SamplingError.PercentileFactor(SurveyPercentile.Median, SamplingError.LogDeviation(wage)) };
            }),
        ];
    }

    /// <summary>Wages of published tables: the jobs that are matched to an occupation, weighted by the match and by employment, each aged to the date from the middle of its survey year.</summary>
    /// <param name="wages">Rows of one survey and year for the nation; the occupation is the survey's job.</param>
    /// <param name="matches">Job matches; a job that is a SOC code needs none.</param>
    /// <param name="ageing">How wages are aged.</param>
    /// <param name="date">Day that they are aged to.</param>
    /// <returns>One row for each occupation: blended over its jobs. Where a job's employment is not published, all jobs of the occupation weigh by the match alone.</returns>
    public static IReadOnlyList<OccupationWage> OfTables(IReadOnlyList<OccupationWage> wages, IReadOnlyList<JobMatch> matches, Ageing ageing, DateOnly date)
    {
        ArgumentNullException.ThrowIfNull(wages);
        ArgumentNullException.ThrowIfNull(matches);
        ArgumentNullException.ThrowIfNull(ageing);
        var byJob = matches.ToLookup(m => m.Job.Trim(), StringComparer.OrdinalIgnoreCase);
        var rows = wages.SelectMany(w => byJob.Contains(w.Occupation)
            ? byJob[w.Occupation].Select(m => (Wage: w, m.Occupation, m.Weight))
            : IsOccupation(w.Occupation) ? [(Wage: w, w.Occupation, Weight: 1.0)] : []);
        return
        [
            .. rows.Where(r => r.Weight > 0).GroupBy(r => r.Occupation, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g =>
            {
                var jobs = g.ToList();
                var byEmployment = jobs.TrueForAll(j => j.Wage.Employment > 0);
                var sources = jobs.ConvertAll(j => new BlendSource(
                    j.Wage.OccupationTitle, j.Weight * (byEmployment ? j.Wage.Employment!.Value : 1), [Aged(j.Wage, g.Key, ageing.Factor(MarketReference.NationalArea, g.Key, MidYear(j.Wage.Year), date).Value)]));
                return MarketBlend.Of(sources, g.Key).Wage;
            }).OfType<OccupationWage>(),
        ];
    }

    private static OccupationWage Aged(OccupationWage wage, string occupation, double factor)
    {
        WageFigure Times(WageFigure figure) => figure with { Value = figure.Value * factor };
        return wage with { Occupation = occupation, P10 = Times(wage.P10), P25 = Times(wage.P25), P50 = Times(wage.P50), P75 = Times(wage.P75), P90 = Times(wage.P90), Mean = wage.Mean * factor };
    }

    /// <summary>Surveys that name a year and no day count from its middle.</summary>
    private static DateOnly MidYear(int year) => new(year, 7, 1);

    private static bool IsOccupation(string job) => job.Length == LengthOfCode && job[PlaceOfHyphen] == '-' && job.Where((_, i) => i != PlaceOfHyphen).All(char.IsAsciiDigit);
}
