using System.CommandLine;
using System.Globalization;
using CtmsAnalytics.Diagnostics;
using CtmsAnalytics.TalentMarket;
using CtmsAnalytics.Workspace;

namespace CtmsAnalytics.Cli.Commands;

/// <summary>The options that blend surveys of other publishers into the market.</summary>
internal sealed class BlendOptions
{
    private const string Oews = "OEWS";
    private const string Country = "US";
    private const string FullTime = "FT";
    private const uint Seed = 1;

    private readonly Option<string[]> _blend = new("--blend")
    {
        Description = "Blends sources of national wages by weight, for example --blend OEWS=0.7 --blend infosec=0.3. OEWS is the wage survey.",
        HelpName = "SOURCE=WEIGHT",
    };

    private readonly YearsOption _years = new("Survey years of the micro-data in a blend, for example 2024-2025; without it the latest year of each survey.");

    /// <summary>Adds the options to a command.</summary>
    public void AddTo(Command command)
    {
        _blend.Validators.Add(result =>
        {
            foreach (var token in result.Tokens.Where(t => Part(t.Value) is null)) result.AddError($"--blend {token.Value}: write the source, an equals sign and its weight of 0 or more, for example --blend infosec=0.3.");
        });
        command.Options.Add(_blend);
        command.Options.Add(_years.Option);
    }

    /// <summary>Weight of the wage survey and the other sources, aged to a date.</summary>
    /// <exception cref="InputException">There is no such survey, or the weights are unsound.</exception>
    public (double SurveyWeight, IReadOnlyList<BlendSource> Sources) Read(ParseResult parsed, AnalystWorkspace workspace, Ageing ageing, DateOnly date)
    {
        var parts = (parsed.GetValue(_blend) ?? []).Select(b => Part(b)!.Value).ToList();
        if (parts.Count == 0) return (1, []);
        if (parts.GroupBy(p => p.Name, StringComparer.OrdinalIgnoreCase).FirstOrDefault(g => g.Count() > 1) is { } twice) throw new InputException($"--blend names {twice.Key} twice. Give each source once.");
        if (!parts.Exists(p => p.Weight > 0)) throw new InputException("Every weight of the blend is 0. Give one above 0.");
        var own = parts.Where(p => IsOews(p.Name)).Sum(p => p.Weight);
        return (own, [.. parts.Where(p => !IsOews(p.Name)).Select(p => Source(parsed, workspace, ageing, date, p.Name, p.Weight))]);
    }

    /// <summary>The options as a study records them.</summary>
    public IEnumerable<string> Text(ParseResult parsed) =>
        (parsed.GetValue(_blend) ?? []).Order(StringComparer.Ordinal).Select(b => $"--blend {b}").Concat(_years.Text(parsed));

    private BlendSource Source(ParseResult parsed, AnalystWorkspace workspace, Ageing ageing, DateOnly date, string name, double weight)
    {
        var survey = workspace.FindSurvey(name);
        var jobs = workspace.LoadSurveyJobs(survey.Name);
        if (!survey.IsMicroData)
        {
            var rows = workspace.LoadSurveyWages(survey.Name).Where(w => w.Area == MarketReference.NationalArea && w.Year == survey.LastYear).ToList();
            return new BlendSource(survey.Name, weight, SurveySources.OfTables(rows, jobs, ageing, date));
        }

        var (first, last) = _years.Read(parsed) ?? (survey.LastYear, survey.LastYear);
        var records = workspace.LoadSurveyRecords(survey.Name).Where(r => r.Year >= first && r.Year <= last && r.Country is Country or "" && r.EmploymentType is FullTime or "").ToList();
        if (records.Count == 0) throw new InputException(string.Create(CultureInfo.InvariantCulture, $"Survey {survey.Name} has no full-time answer of the United States from {first} to {last}. It has {survey.FirstYear} to {survey.LastYear}."));
        return new BlendSource(survey.Name, weight, SurveySources.OfRecords(survey.Name, records, jobs, ageing, date, Seed));
    }

    private static bool IsOews(string name) => name.Equals(Oews, StringComparison.OrdinalIgnoreCase);

    private static (string Name, double Weight)? Part(string text)
    {
        var at = text.LastIndexOf('=');
        return at > 0 && double.TryParse(text[(at + 1)..], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var weight) && double.IsFinite(weight) && weight >= 0 ? (text[..at].Trim(), weight) : null;
    }
}
