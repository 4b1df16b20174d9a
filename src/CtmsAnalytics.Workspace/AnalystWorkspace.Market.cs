using CtmsAnalytics.Diagnostics;
using CtmsAnalytics.Projection;
using CtmsAnalytics.TalentMarket;
using CtmsAnalytics.Workspace.Imports;
using CtmsAnalytics.Workspace.Loading;
using CtmsAnalytics.Workspace.Market;
using CtmsAnalytics.Workspace.Reference;
using CtmsAnalytics.Workspace.Storage;
using CtmsAnalytics.Workspace.Tables;

namespace CtmsAnalytics.Workspace;

/// <content>The talent market beside the wage survey: surveys of other publishers, indexes, job matches.</content>
public sealed partial class AnalystWorkspace
{
    /// <summary>
    /// Imports a survey of another publisher: a table of percentiles by job, or single answers. Equal answers are normal and are kept. The same content with the same options changes nothing.
    /// </summary>
    /// <param name="path">The file (.csv, .xlsx, .xls).</param>
    /// <param name="options">Options; null for the defaults.</param>
    /// <param name="progress">Told how far the import is; null for nobody.</param>
    /// <param name="cancellation">Stops the import and leaves the workspace as it was.</param>
    /// <returns>What was done.</returns>
    /// <exception cref="InputException">The file is not a survey, or no row can be used; nothing was written.</exception>
    /// <exception cref="OperationCanceledException">The import was stopped; nothing was written.</exception>
    public ImportReport ImportSurvey(string path, SurveyImportOptions? options = null, IProgress<ImportProgress>? progress = null, CancellationToken cancellation = default)
    {
        options ??= new SurveyImportOptions();
        var file = FileContent.Read(path, cancellation);
        if (FindBatch(MarketKind, file, options.ToText()) is { } known) return known;
        var table = SurveyReader.Read(file, options, Reading(progress), cancellation);
        if (table.RowsRead == 0) throw FileContent.Unusable(path, "The file has a header and no rows.", "Download or export it again.");
        if (table.Kept == 0) throw NoRows(path, table.RowsRead, table.Quarantined);
        progress?.Report(new ImportProgress("storing", table.RowsRead));
        return Store(file, batch => new SurveyStore(_connection, batch, options.Replace).Store(table, file, options.ToText(), _time.GetUtcNow().UtcDateTime, cancellation), cancellation);
    }

    /// <summary>Imports an index that wages are aged by, in the place of one of the same name. The same content takes its place again where another came after it.</summary>
    /// <param name="path">The file: a column of days or years and one of levels, or of raises in percent.</param>
    /// <param name="options">Options; null for the defaults.</param>
    /// <param name="cancellation">Stops the import and leaves the workspace as it was.</param>
    /// <returns>What was done.</returns>
    /// <exception cref="InputException">The file is not an index, or no row can be used; nothing was written.</exception>
    public ImportReport ImportIndex(string path, IndexImportOptions? options = null, CancellationToken cancellation = default)
    {
        options ??= new IndexImportOptions();
        var file = FileContent.Read(path, cancellation);
        var (known, how) = FindInForce(MarketKind, file, options.ToText(), "index");
        if (known is not null) return known;
        var table = IndexReader.Read(file, options);
        if (table.Levels.Count == 0) throw table.RowsRead == 0 ? FileContent.Unusable(path, "The file has a header and no rows.", "Download or export it again.") : NoRows(path, table.RowsRead, table.Quarantined);
        return Store(
            file,
            batch =>
            {
                BatchStore.Write(_connection, batch, MarketKind, file, how, _time.GetUtcNow().UtcDateTime, table.RowsRead, table.Levels.Count, table.RowsSetAside);
                BatchStore.WriteQuarantine(_connection, batch, table.Quarantined);
                var old = _connection.Execute("DELETE FROM market_indices WHERE lower(index_name) = lower(?)", table.Name);
                foreach (var level in table.Levels)
                {
                    _connection.Execute(
                        "INSERT INTO market_indices VALUES (?, ?, ?, ?, 'published', ?)", table.Name, level.Day, level.Level, table.IsRaises ? "step" : "line", $"{Path.GetFileName(file.Name)}, import {Invariant($"{batch}")}");
                }

                ImportCount[] counts = [new("levels that it had before", old)];
                return new ImportReport(file.Name, false, batch, table.RowsRead, table.Levels.Count, table.RowsSetAside, [.. counts.Where(c => c.Rows > 0)], QuarantineReason.Summarise(table.Quarantined),
                    [Invariant($"Index {table.Name}: {table.Levels.Count:N0} {(table.IsRaises ? "raises, each from its day on," : "levels")} from {table.Levels[0].Day:yyyy-MM-dd} to {table.Levels[^1].Day:yyyy-MM-dd}.")]);
            },
            cancellation);
    }

    /// <summary>Takes over job matches from a file with the columns of <c>data/reference/survey_jobs.csv</c>: for each survey that it names, its matches take the place of those that are there, also where the same content did before and other content came after it.</summary>
    /// <param name="path">The file.</param>
    /// <returns>What was done.</returns>
    /// <exception cref="InputException">The file is not a table of matches; nothing was written.</exception>
    public ImportReport ImportJobs(string path)
    {
        var file = FileContent.Read(path);
        const string Family = "jobs";
        var (known, how) = FindInForce(MarketKind, file, Family, Family);
        if (known is not null) return known;
        var rows = ShippedTable.Read(path).Select(r => (Survey: r.Text("survey"), Job: r.Text("job"), Occupation: r.Text("occupation"), Weight: r.Number("weight"), Mark: MarkNames.Of(r.Mark()), Source: r.Text("source"), Row: r)).ToList();
        if (rows.Count == 0) throw FileContent.Unusable(path, "The file has a header and no rows.", "Give one row for each job and occupation.");
        var problems = new List<InputProblem>();
        var seen = new HashSet<(string, string, string)>();
        foreach (var row in rows)
        {
            if (row.Survey.Length == 0 || row.Job.Length == 0) problems.Add(row.Row.Problem("job", "the row names no survey or no job", "Fill both."));
            else if (!OccupationCode.IsValid(row.Occupation)) problems.Add(row.Row.Problem("occupation", $"'{row.Occupation}' is no occupation code", "Write a SOC code such as 15-1212."));
            else if (!(row.Weight >= 0)) problems.Add(row.Row.Problem("weight", "is below 0", "Write 0 or more."));
            else if (row.Source.Length == 0) problems.Add(row.Row.Problem("source", "is empty", "Say where the match comes from, for example: assumed from the title."));
            else if (!seen.Add((row.Survey, row.Job, row.Occupation))) problems.Add(row.Row.Problem("job", "the match stands twice", "Keep one of them."));
        }

        if (problems.Count > 0) throw new InputException(problems);
        return Store(
            file,
            batch =>
            {
                BatchStore.Write(_connection, batch, MarketKind, file, how, _time.GetUtcNow().UtcDateTime, rows.Count, rows.Count, 0);
                long old = 0;
                foreach (var survey in rows.Select(r => r.Survey).Distinct()) old += _connection.Execute("DELETE FROM survey_jobs WHERE survey = ?", survey);
                foreach (var row in rows) _connection.Execute("INSERT INTO survey_jobs VALUES (?, ?, ?, ?, ?::parameter_mark, ?)", row.Survey, row.Job, row.Occupation, row.Weight, row.Mark, row.Source);
                ImportCount[] counts = [new("matches that were there before", old)];
                return new ImportReport(file.Name, false, batch, rows.Count, rows.Count, 0, [.. counts.Where(c => c.Rows > 0)], [], []);
            },
            default);
    }

    /// <summary>The indexes of the workspace, by name.</summary>
    /// <returns>The indexes.</returns>
    public IReadOnlyList<MarketIndex> LoadIndexes() => MarketQueries.Indexes(_connection);

    /// <summary>An index.</summary>
    /// <param name="name">Its name, without regard to case.</param>
    /// <returns>The index.</returns>
    /// <exception cref="InputException">There is no such index; the message names those that there are.</exception>
    public MarketIndex LoadIndex(string name) => MarketQueries.Index(_connection, name);

    /// <summary>The surveys of other publishers.</summary>
    /// <returns>The surveys, by name.</returns>
    public IReadOnlyList<SurveyInfo> Surveys() => MarketQueries.Surveys(_connection);

    /// <summary>A survey by its name.</summary>
    /// <param name="name">Its name, without regard to case; null for the only one.</param>
    /// <returns>The survey.</returns>
    /// <exception cref="InputException">There is no such survey, or several and none was named.</exception>
    public SurveyInfo FindSurvey(string? name)
    {
        var all = Surveys();
        var known = all.Count == 0 ? "none; ctms import survey FILE brings one" : string.Join(", ", all.Select(s => s.Name));
        if (name is null) return all.Count == 1 ? all[0] : throw new InputException($"Name the survey. The workspace has {known}.");
        return all.FirstOrDefault(s => s.Name.Equals(name, StringComparison.OrdinalIgnoreCase)) ?? throw new InputException($"There is no survey '{name}'. The workspace has {known}.");
    }

    /// <summary>The answers of a survey, in the order of the file.</summary>
    /// <param name="survey">Name of the survey.</param>
    /// <returns>The answers; empty for a survey of published tables.</returns>
    public IReadOnlyList<SurveyRecord> LoadSurveyRecords(string survey) => MarketQueries.Records(_connection, survey);

    /// <summary>The published rows of a survey, by year, area and job; the occupation of a row is the survey's job.</summary>
    /// <param name="survey">Name of the survey.</param>
    /// <returns>The rows; empty for a survey of single answers.</returns>
    public IReadOnlyList<OccupationWage> LoadSurveyWages(string survey) => MarketQueries.Published(_connection, survey);

    /// <summary>What the jobs of a survey are matched to.</summary>
    /// <param name="survey">Name of the survey, without regard to case.</param>
    /// <returns>The matches.</returns>
    public IReadOnlyList<JobMatch> LoadSurveyJobs(string survey) => MarketQueries.Jobs(_connection, survey);

    /// <summary>What a market study is computed from beside roster, wages and parameters.</summary>
    /// <param name="ageing">How wages are aged.</param>
    /// <param name="sources">Further sources of a blend.</param>
    /// <returns>The index and the sources with their digests; empty where there are none.</returns>
    public static IReadOnlyList<ManifestInput> MarketInputs(Ageing ageing, IReadOnlyList<BlendSource> sources)
    {
        ArgumentNullException.ThrowIfNull(sources);
        return
        [
            .. ageing is IndexAgeing { Index: var index } ? new[] { new ManifestInput("index", index.Name, InputDigest.Of(index.Levels.Select(l => Invariant($"{l.Day:yyyy-MM-dd} {l.Level:R}")))) } : [],
            .. sources.Select(s => new ManifestInput("survey", s.Name, InputDigest.Of(s.Wages, []))),
        ];
    }
}
