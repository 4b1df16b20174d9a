using CtmsAnalytics.Statistics;

namespace CtmsAnalytics.TalentMarket;

/// <summary>What answers of a survey are grouped by.</summary>
public enum SurveyGrouping
{
    /// <summary>All in one group.</summary>
    None,

    /// <summary>Experience level.</summary>
    Experience,

    /// <summary>Job title.</summary>
    Job,

    /// <summary>Survey year.</summary>
    Year,

    /// <summary>Country of the job.</summary>
    Country,

    /// <summary>Size of the employer.</summary>
    Size,

    /// <summary>Type of employment.</summary>
    Employment,

    /// <summary>Occupation that the job is matched to; an answer counts in each of its occupations with the weight of the match.</summary>
    Occupation,
}

/// <summary>Salaries of a group of answers.</summary>
/// <param name="Group">Its code or name.</param>
/// <param name="Answers">Answers of weight above 0.</param>
/// <param name="Quantiles">One entry for each percentile that was asked for.</param>
public sealed record SurveyGroup(string Group, int Answers, IReadOnlyList<QuantileEstimate> Quantiles);

/// <summary>Salaries of a micro-data survey by group.</summary>
public static class SurveyGroups
{
    /// <summary>Weighted quantiles of each group with bootstrap intervals.</summary>
    /// <param name="records">The answers.</param>
    /// <param name="by">What they are grouped by.</param>
    /// <param name="matches">Job matches; needed for groups by occupation only.</param>
    /// <param name="probabilities">Probabilities, 0 to 1.</param>
    /// <param name="seed">Seed of the replicates.</param>
    /// <param name="replicates">Number of replicates, 2 or more.</param>
    /// <param name="cancellationToken">Stops the computation.</param>
    /// <returns>The groups that have an answer of weight above 0, by size, the largest first.</returns>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static IReadOnlyList<SurveyGroup> Of(
        IReadOnlyList<SurveyRecord> records, SurveyGrouping by, IReadOnlyList<JobMatch> matches, IReadOnlyList<double> probabilities, uint seed, int replicates = QuantileBootstrap.DefaultReplicates, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(records);
        ArgumentNullException.ThrowIfNull(matches);
        var weighed = by == SurveyGrouping.Occupation
            ? Matched(records, matches).Select(m => (Group: m.Occupation, m.Record.Salary, m.Weight))
            : records.Select(r => (Group: Key(r, by), r.Salary, r.Weight));
        return
        [
            .. weighed.Where(w => w.Weight > 0).GroupBy(w => w.Group, StringComparer.Ordinal)
                .OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal)
                .Select(g =>
                {
                    var answers = g.ToList();
                    return new SurveyGroup(
                        g.Key,
                        answers.Count,
                        QuantileBootstrap.Of([.. answers.Select(a => a.Salary)], [.. answers.Select(a => a.Weight)], probabilities, seed, replicates, cancellationToken: cancellationToken));
                }),
        ];
    }

    /// <summary>Answers with the occupations that their jobs are matched to.</summary>
    /// <param name="records">The answers.</param>
    /// <param name="matches">Job matches.</param>
    /// <returns>One entry for each answer and occupation with a weight above 0: the answer's own times that of the match.</returns>
    public static IEnumerable<(SurveyRecord Record, string Occupation, double Weight)> Matched(IEnumerable<SurveyRecord> records, IEnumerable<JobMatch> matches)
    {
        ArgumentNullException.ThrowIfNull(records);
        var byJob = matches.ToLookup(m => m.Job.Trim(), StringComparer.OrdinalIgnoreCase);
        return records.SelectMany(r => byJob[r.Job].Select(m => (r, m.Occupation, Weight: r.Weight * m.Weight)).Where(m => m.Weight > 0));
    }

    private static string Key(SurveyRecord record, SurveyGrouping by) => by switch
    {
        SurveyGrouping.Experience => record.Experience,
        SurveyGrouping.Job => record.Job,
        SurveyGrouping.Year => record.Year.ToString(System.Globalization.CultureInfo.InvariantCulture),
        SurveyGrouping.Country => record.Country,
        SurveyGrouping.Size => record.CompanySize,
        SurveyGrouping.Employment => record.EmploymentType,
        _ => "all",
    };
}
