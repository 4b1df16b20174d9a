using System.Globalization;
using CtmsAnalytics.Diagnostics;
using CtmsAnalytics.Projection;
using CtmsAnalytics.TalentMarket;
using CtmsAnalytics.Workspace.Loading;
using CtmsAnalytics.Workspace.Roster;
using CtmsAnalytics.Workspace.Scenarios;
using CtmsAnalytics.Workspace.Studies;

namespace CtmsAnalytics.Workspace.Analyses;

/// <summary>Position of a roster in the talent market (158.403): what <c>ctms market</c> stores.</summary>
internal static class MarketStudies
{
    private const string Series = "series";
    private const string Oews = "OEWS";
    private const string Country = "US";
    private const string FullTime = "FT";
    private const uint Seed = 1;

    private const string Method =
        "Competitive position: salary with supplement as the roster states it, over the wage of the level's matched occupations in the local market, aged to one date; percentiles by straight lines in the logarithm of the wage between published ones; intervals from the survey's sampling error to first order.";

    /// <summary>Reads what the options ask for beside roster and wages.</summary>
    /// <param name="workspace">The workspace, open.</param>
    /// <param name="snapshot">What it holds.</param>
    /// <param name="scenario">The scenario whose structure and market matches hold.</param>
    /// <param name="options">What is asked for.</param>
    /// <exception cref="InputException">There is no such index or survey, or the weights are unsound.</exception>
    public static MarketPositionOptions Prepare(AnalystWorkspace workspace, WorkspaceSnapshot snapshot, LoadedScenario scenario, MarketOptions options)
    {
        var day = options.Date ?? snapshot.Roster.AsOf;
        var ageing = AgeingOf(workspace, snapshot, scenario, options);
        var (weight, sources) = Blend(workspace, ageing, day, options);
        List<ManifestInput> inputs = [.. scenario.Inputs, .. snapshot.Inputs, .. AnalystWorkspace.MarketInputs(ageing, sources), StudyInputs.Options(string.Join('\n', Text(options, day)))];
        return new MarketPositionOptions
        {
            Date = day,
            Ageing = ageing,
            Manifest = RunManifest.Create(inputs, Method),
            Reference = options.Reference,
            RosterId = snapshot.Roster.RosterId,
            RosterDate = snapshot.Roster.AsOf,
            SurveyWeight = weight,
            Sources = sources,
        };
    }

    /// <summary>Places everybody in the market.</summary>
    public static MarketStudy Of(WorkspaceSnapshot snapshot, LoadedScenario scenario, MarketPositionOptions options, IProgress<double>? progress, CancellationToken cancellation)
    {
        var study = MarketPositions.Of(scenario.Scenario, snapshot.Input, options, progress, cancellation);
        return study with { Notes = [.. RosterNotes.Of(snapshot.Roster), .. study.Notes] };
    }

    private static Ageing AgeingOf(AnalystWorkspace workspace, WorkspaceSnapshot snapshot, LoadedScenario scenario, MarketOptions options)
    {
        if (options.Index is not { } name)
        {
            if (options.Then is not null) throw new InputException("--then goes on where an index or a series ends. Give --index as well.");
            return new RateAgeing(scenario.Scenario.Economy.MarketGrowth, "market growth of the scenario");
        }

        return name.Equals(Series, StringComparison.OrdinalIgnoreCase) ? new SeriesAgeing(new SeriesGrowths(snapshot.Input.Wages), options.Then) : new IndexAgeing(workspace.LoadIndex(name), options.Then);
    }

    /// <summary>Weight of the wage survey and the other sources, aged to a date.</summary>
    private static (double SurveyWeight, IReadOnlyList<BlendSource> Sources) Blend(AnalystWorkspace workspace, Ageing ageing, DateOnly date, MarketOptions options)
    {
        var parts = options.Blend;
        if (parts.Count == 0) return (1, []);
        if (parts.GroupBy(p => p.Source, StringComparer.OrdinalIgnoreCase).FirstOrDefault(g => g.Count() > 1) is { } twice) throw new InputException($"--blend names {twice.Key} twice. Give each source once.");
        if (parts.FirstOrDefault(p => !(p.Weight >= 0 && double.IsFinite(p.Weight))) is { } unsound) throw new InputException(FormattableString.Invariant($"The weight of {unsound.Source} in the blend is {unsound.Weight}. Give 0 or more."));
        if (!parts.Any(p => p.Weight > 0)) throw new InputException("Every weight of the blend is 0. Give one above 0.");
        var own = parts.Where(p => IsOews(p.Source)).Sum(p => p.Weight);
        return (own, [.. parts.Where(p => !IsOews(p.Source)).Select(p => Source(workspace, ageing, date, p, options.SurveyYears))]);
    }

    private static BlendSource Source(AnalystWorkspace workspace, Ageing ageing, DateOnly date, BlendPart part, (int First, int Last)? years)
    {
        var survey = workspace.FindSurvey(part.Source);
        var jobs = workspace.LoadSurveyJobs(survey.Name);
        if (!survey.IsMicroData)
        {
            var rows = workspace.LoadSurveyWages(survey.Name).Where(w => w.Area == MarketReference.NationalArea && w.Year == survey.LastYear).ToList();
            return new BlendSource(survey.Name, part.Weight, SurveySources.OfTables(rows, jobs, ageing, date));
        }

        var (first, last) = years ?? (survey.LastYear, survey.LastYear);
        var records = workspace.LoadSurveyRecords(survey.Name).Where(r => r.Year >= first && r.Year <= last && r.Country is Country or "" && r.EmploymentType is FullTime or "").ToList();
        if (records.Count == 0) throw new InputException(string.Create(CultureInfo.InvariantCulture, $"Survey {survey.Name} has no full-time answer of the United States from {first} to {last}. It has {survey.FirstYear} to {survey.LastYear}."));
        return new BlendSource(survey.Name, part.Weight, SurveySources.OfRecords(survey.Name, records, jobs, ageing, date, Seed));
    }

    /// <summary>The options as a study records them, in the words of the command line.</summary>
    private static IEnumerable<string> Text(MarketOptions options, DateOnly day)
    {
        yield return $"--target {ReferenceNames.Heading(options.Reference)}";
        yield return string.Create(CultureInfo.InvariantCulture, $"--date {day:yyyy-MM-dd}");
        if (options.Index is { } name) yield return $"--index {name.ToUpperInvariant()}";
        if (options.Then is { } then) yield return $"--then {then.ToString("R", CultureInfo.InvariantCulture)}";
        foreach (var part in options.Blend.Select(p => p.Text).Order(StringComparer.Ordinal)) yield return $"--blend {part}";
        if (options.SurveyYears is var (first, last)) yield return string.Create(CultureInfo.InvariantCulture, $"--years {first}-{last}");
        if (!options.Individuals) yield return "--no-individuals";
    }

    private static bool IsOews(string name) => name.Equals(Oews, StringComparison.OrdinalIgnoreCase);
}
