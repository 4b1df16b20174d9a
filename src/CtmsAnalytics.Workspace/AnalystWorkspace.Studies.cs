using System.Text.Json;
using CtmsAnalytics.Diagnostics;
using CtmsAnalytics.DuckDb;
using CtmsAnalytics.Projection;
using CtmsAnalytics.Studies;
using CtmsAnalytics.Workspace.Storage;
using CtmsAnalytics.Workspace.Studies;

namespace CtmsAnalytics.Workspace;

/// <content>Studies: what market, structure, supplement and equity analyses leave behind.</content>
public sealed partial class AnalystWorkspace
{
    /// <summary>Stores a study under its identifier; one that is there already gets the new time and content.</summary>
    /// <param name="study">The study.</param>
    /// <exception cref="IOException">The disk is full; nothing was stored.</exception>
    public void SaveStudy(Study study)
    {
        ArgumentNullException.ThrowIfNull(study);
        try
        {
            _connection.Execute(
                "INSERT OR REPLACE INTO study VALUES (?, ?, ?, ?, ?)",
                study.Manifest.RunId, KindCode(study.Kind), study.Title, _time.GetUtcNow().UtcDateTime, StudyJson.Write(study));
        }
        catch (DuckDBException exception)
        {
            throw StorageErrors.Translate(exception, DatabasePath);
        }
    }

    /// <summary>The studies of the workspace, the latest first.</summary>
    /// <returns>The studies.</returns>
    public IReadOnlyList<StudyInfo> Studies() => _connection.Query(
        "SELECT study_id, kind::VARCHAR, title, saved_at, json_extract(document, '$.manifest.inputs')::VARCHAR FROM study ORDER BY saved_at DESC, study_id",
        r => new StudyInfo(
            r.GetString(0), Enum.Parse<StudyKind>(r.GetString(1), ignoreCase: true), r.GetString(2), r.GetDateTime(3),
            JsonSerializer.Deserialize<ManifestInput[]>(r.GetString(4), JsonSerializerOptions.Web)!));

    /// <summary>A study.</summary>
    /// <param name="which">Its identifier or the beginning of it.</param>
    /// <returns>The study.</returns>
    /// <exception cref="InputException">There is no such study, there are several, or another version of the program stored it.</exception>
    public Study LoadStudy(string which)
    {
        ArgumentNullException.ThrowIfNull(which);
        var found = _connection.Query(
            "SELECT study_id, kind::VARCHAR, document FROM study WHERE starts_with(study_id, lower(?)) ORDER BY study_id",
            r => (Id: r.GetString(0), Kind: Enum.Parse<StudyKind>(r.GetString(1), ignoreCase: true), Document: r.GetString(2)), which);
        return found.Count switch
        {
            1 => StudyJson.Read(found[0].Kind, found[0].Document, found[0].Id),
            0 => throw new InputException($"{Folder}: There is no study '{which}'. ctms studies lists all."),
            _ => throw new InputException($"{Folder}: Several studies begin with '{which}': {string.Join(", ", found.Select(f => f.Id))}. Write more of the identifier."),
        };
    }

    private static string KindCode(StudyKind kind) => kind.ToString().ToLowerInvariant();
}
