using CtmsAnalytics.Diagnostics;
using CtmsAnalytics.Projection;
using CtmsAnalytics.Workspace.Imports;
using CtmsAnalytics.Workspace.Loading;
using CtmsAnalytics.Workspace.Qualifications;
using CtmsAnalytics.Workspace.Records;
using CtmsAnalytics.Workspace.Storage;
using CtmsAnalytics.Workspace.Tables;
using CtmsAnalytics.WorkValuation;

namespace CtmsAnalytics.Workspace;

/// <content>Work valuation (158.404): frameworks, library and scheme, and what people hold.</content>
public sealed partial class AnalystWorkspace
{
    private const string QualificationOptions = "qualifications";
    private const string FrameworkOptions = "framework";

    /// <summary>
    /// Imports what was determined about people: <c>person_id,qualification,proficiency,determined</c>, or <c>person_id,work_factor,rating,determined</c>. A row that the library cannot read is set aside
    /// with its reasons. Nothing is overwritten: the later determination of an item holds. Records are continued from the day of determination where the qualifications differ from what they say (158.706(b)(1), (c)).
    /// </summary>
    /// <param name="path">The file (.csv, .xlsx).</param>
    /// <param name="options">Names of its columns; null for the defaults.</param>
    /// <param name="cancellation">Stops the import and leaves the workspace as it was.</param>
    /// <returns>What was done.</returns>
    /// <exception cref="InputException">The file is not such a table, no row can be used, or the workspace has no library; nothing was written.</exception>
    public ImportReport ImportQualifications(string path, RecordImportOptions? options = null, CancellationToken cancellation = default)
    {
        var library = (LoadValuation() ?? throw new InputException($"{Folder}: The workspace has no qualifications library. Import one first: ctms import library DIR")).Library;
        var file = FileContent.Read(path, cancellation);
        options ??= new RecordImportOptions();
        var how = options.ToText(QualificationOptions);
        if (FindBatch(RosterKind, file, how) is { } known) return known;
        var table = QualificationReader.Read(file, options.Map, library, cancellation);
        if (table.RowsRead == 0) throw FileContent.Unusable(path, "The file has a header and no rows.", "Give one row for each person and qualification.");
        if (table.Rows.Count == 0) throw NoRows(path, table.RowsRead, table.Quarantined);
        return Store(
            file,
            batch =>
            {
                BatchStore.Write(_connection, batch, RosterKind, file, how, _time.GetUtcNow().UtcDateTime, table.RowsRead, table.Rows.Count, table.RowsSetAside);
                BatchStore.WriteQuarantine(_connection, batch, table.Quarantined);
                using (var appender = _connection.CreateAppender("person_qualification"))
                {
                    foreach (var row in table.Rows)
                        appender.CreateRow().AppendValue(batch).AppendValue(row.RowNumber).AppendValue(row.PersonId).AppendValue(row.Item).AppendValue(row.IsWork).AppendValue(row.Proficiency).AppendValue(row.Determined).EndRow();
                    appender.Close();
                }

                var recorded = QualificationRecords.Continue(_connection, batch, library, DateOnly.FromDateTime(_time.GetUtcNow().UtcDateTime));
                ImportCount[] counts = [new("people", table.Rows.Select(r => r.PersonId).Distinct(StringComparer.Ordinal).Count()), new("rows added to records", recorded)];
                return new ImportReport(file.Name, false, batch, table.RowsRead, table.Rows.Count, table.RowsSetAside, [.. counts.Where(c => c.Rows > 0)], QuarantineReason.Summarise(table.Quarantined), [.. table.Notes, .. Strangers(table), .. AfterRoster(table)]);
            },
            cancellation);
    }

    /// <summary>Imports a file of the DoD Cyber Workforce Framework or of O*NET as it is published.</summary>
    /// <param name="path">The file.</param>
    /// <param name="cancellation">Stops the import and leaves the workspace as it was.</param>
    /// <returns>What was done.</returns>
    /// <exception cref="InputException">The file is of no framework, or no row can be used; nothing was written.</exception>
    public ImportReport ImportFramework(string path, CancellationToken cancellation = default)
    {
        var file = FileContent.Read(path, cancellation);
        if (FindBatch(MarketKind, file, FrameworkOptions) is { } known) return known;
        var links = FrameworkReader.KindOf(file) == FrameworkFileKind.DcwfRoleElements;
        var table = FrameworkReader.Read(file, links ? FrameworkKeys("role") : null, links ? FrameworkKeys("element") : null);
        if (table.RowsRead == 0) throw FileContent.Unusable(path, "The file has a header and no rows.", "Download it again.");
        if (table.RowsSetAside == table.RowsRead) throw NoRows(path, table.RowsRead, table.Quarantined);
        return Store(file, batch => new FrameworkStore(_connection, batch).Store(table, file, MarketKind, FrameworkOptions, _time.GetUtcNow().UtcDateTime), cancellation);
    }

    /// <summary>The files of frameworks among files and folders, in the order in which they are imported: roles and elements before what the roles need.</summary>
    /// <param name="paths">Files and folders; a folder gives those of its files that are of a framework.</param>
    /// <returns>The files.</returns>
    /// <exception cref="InputException">A folder has none.</exception>
    public static IReadOnlyList<string> FrameworkFiles(IEnumerable<string> paths)
    {
        ArgumentNullException.ThrowIfNull(paths);
        var files = new List<(FrameworkFileKind Kind, string Path)>();
        foreach (var path in paths)
        {
            if (!Directory.Exists(path))
            {
                files.Add((File.Exists(path) ? FrameworkReader.KindOf(FileContent.Read(path)) : FrameworkFileKind.None, path));
                continue;
            }

            var inside = Directory.EnumerateFiles(path).Where(f => Path.GetExtension(f).ToLowerInvariant() is ".csv" or ".txt" or ".xlsx").Order(StringComparer.Ordinal)
                .Select(f => (Kind: FrameworkReader.KindOf(FileContent.Read(f)), Path: f)).Where(f => f.Kind != FrameworkFileKind.None).ToList();
            if (inside.Count == 0) throw new InputException($"{path}: The folder holds no file of the DCWF or of O*NET. Right would be files whose header has dcwf_code, ksat_id or O*NET-SOC Code.");
            files.AddRange(inside);
        }

        return [.. files.OrderBy(f => f.Kind).Select(f => f.Path)];
    }

    /// <summary>Puts a qualifications library with its scheme in force; the former ones stay in the workspace.</summary>
    /// <param name="folder">Folder of tables as <c>data/qualifications</c>.</param>
    /// <returns>The library and the scheme, and whether they differ from those that were in force.</returns>
    /// <exception cref="InputException">Something is wrong with the tables; nothing was written.</exception>
    public (ValuationBasis Basis, bool Changed) ImportLibrary(string folder)
    {
        var basis = QualificationFiles.Read(folder);
        return (basis, ValuationStore.Store(_connection, basis, folder, _time.GetUtcNow().UtcDateTime));
    }

    /// <summary>The qualifications library and the scheme in force.</summary>
    /// <returns>They; null where the workspace has none.</returns>
    public ValuationBasis? LoadValuation() => ValuationStore.Load(_connection);

    /// <summary>What people hold, by identifier in ordinal order; items that the library in force does not have are left out.</summary>
    /// <param name="asOf">Determinations of this day or before; null for all.</param>
    /// <returns>One entry for each person of whom anything was determined.</returns>
    public IReadOnlyList<PersonQualifications> LoadQualifications(DateOnly? asOf = null) => LoadQualifications(LoadValuation(), asOf);

    /// <summary>What people hold of the items of a library that is loaded already.</summary>
    internal IReadOnlyList<PersonQualifications> LoadQualifications(ValuationBasis? basis, DateOnly? asOf = null)
    {
        var known = basis?.Library.Items.ToHashSet(StringComparer.Ordinal) ?? [];
        var rows = _connection.Query(
            """
            SELECT person_id, item, is_work, proficiency, determined FROM person_qualification WHERE determined <= coalesce(?, DATE '9999-12-31')
            QUALIFY row_number() OVER (PARTITION BY person_id, item ORDER BY determined DESC, batch_id DESC, row_number DESC) = 1 ORDER BY encode(person_id), item
            """,
            r => (Person: r.GetString(0), Item: r.GetString(1), IsWork: r.GetBoolean(2), Value: r.GetDouble(3), On: r.GetFieldValue<DateOnly>(4)), asOf);
        Dictionary<string, double> Of(IEnumerable<(string Person, string Item, bool IsWork, double Value, DateOnly On)> own, bool work) =>
            own.Where(r => r.IsWork == work).ToDictionary(r => r.Item, r => r.Value, StringComparer.Ordinal);
        return [.. rows.Where(r => known.Contains(r.Item)).GroupBy(r => r.Person, StringComparer.Ordinal).Select(g => new PersonQualifications(g.Key, Of(g, false)) { Work = Of(g, true), Determined = g.Max(r => r.On) })];
    }

    /// <summary>Qualifications of the workspace as an input of a study, with the files that they were imported from.</summary>
    /// <param name="people">What people hold.</param>
    /// <returns>The input for a manifest.</returns>
    public ManifestInput QualificationInput(IReadOnlyList<PersonQualifications> people)
    {
        ArgumentNullException.ThrowIfNull(people);
        var files = _connection.Query("SELECT DISTINCT file_name FROM import_batch WHERE batch_id IN (SELECT batch_id FROM person_qualification WHERE NOT is_work) ORDER BY encode(file_name)", r => r.GetString(0));
        return new("qualifications", Invariant($"workspace: {people.Count:N0} people, from {string.Join(", ", files)}"), InputDigest.Of(people));
    }

    private HashSet<string> FrameworkKeys(string column) => _connection.Query($"SELECT {column} FROM framework_{column} WHERE framework = 'DCWF'", r => r.GetString(0)).ToHashSet(StringComparer.Ordinal);

    private IEnumerable<string> AfterRoster(QualificationTable table) => Rosters() is [var current, ..] ? ImportRemarks.LaterDays(table.Rows.Select(r => (r.RowNumber, r.Determined)), "determined", current.AsOf) : [];

    private IEnumerable<string> Strangers(QualificationTable table)
    {
        if (Rosters().Count == 0) yield break;
        var known = LoadRoster().Select(p => p.PersonId).ToHashSet(StringComparer.Ordinal);
        var strangers = table.Rows.Select(r => r.PersonId).Distinct(StringComparer.Ordinal).Count(p => !known.Contains(p));
        if (strangers > 0) yield return Invariant($"{strangers:N0} people of the file are not in the current roster; their qualifications are kept for a roster that has them.");
    }
}
