using System.Globalization;
using CtmsAnalytics.Diagnostics;
using CtmsAnalytics.Workspace.Imports;
using CtmsAnalytics.Workspace.Tables;

namespace CtmsAnalytics.Workspace.Qualifications;

/// <summary>What a file of a framework holds.</summary>
internal enum FrameworkFileKind
{
    None,
    DcwfRoles,
    OnetOccupations,
    DcwfElements,
    DcwfRoleElements,
    OnetRatings,
}

/// <summary>A role or occupation.</summary>
internal sealed record FrameworkRole(string Role, string Name, string? Category, string? Description);

/// <summary>An element.</summary>
internal sealed record FrameworkElement(string Element, string Kind, string Name);

/// <summary>What a role needs.</summary>
internal sealed record FrameworkNeed(string Role, string Element, string Scale, double? Value, bool Suppressed);

/// <summary>A framework file as it was read.</summary>
internal sealed record FrameworkTable(
    string Framework,
    IReadOnlyCollection<FrameworkRole> Roles,
    IReadOnlyCollection<FrameworkElement> Elements,
    IReadOnlyCollection<FrameworkNeed> Needs,
    IReadOnlyList<QuarantineEntry> Quarantined,
    long RowsRead,
    long RowsSetAside,
    IReadOnlyList<string> Notes);

/// <summary>
/// Reads the DoD Cyber Workforce Framework (roles, KSATs, the KSATs of the roles) and the database files of O*NET (occupation data, skills, knowledge, abilities) as they are published, comma- or tab-separated.
/// What a file is its header decides.
/// </summary>
internal sealed class FrameworkReader
{
    private const string Dcwf = "DCWF";
    private const string Onet = "O*NET";
    private static readonly string[] Needs = ["core", "additional"];

    private readonly FileContent _file;
    private readonly Dictionary<string, int> _columns = new(StringComparer.Ordinal);
    private readonly Dictionary<string, FrameworkRole> _roles = new(StringComparer.Ordinal);
    private readonly Dictionary<string, FrameworkElement> _elements = new(StringComparer.Ordinal);
    private readonly Dictionary<(string, string, string), FrameworkNeed> _needs = [];
    private readonly List<QuarantineEntry> _quarantined = [];
    private readonly HashSet<long> _setAside = [];
    private TableSource _source = null!;

    private FrameworkReader(FileContent file) => _file = file;

    /// <summary>What a file is.</summary>
    public static FrameworkFileKind KindOf(FileContent file)
    {
        using var source = file.Open();
        if (!source.NextSheet() || !source.Read()) return FrameworkFileKind.None;
        var names = Enumerable.Range(0, source.Count).Select(i => HeaderName.Normalise(source[i].Text)).ToHashSet(StringComparer.Ordinal);
        if (names.IsSupersetOf(["dcwfcode", "ksatid"])) return FrameworkFileKind.DcwfRoleElements;
        if (names.IsSupersetOf(["dcwfcode", "role"])) return FrameworkFileKind.DcwfRoles;
        if (names.IsSupersetOf(["ksatid", "description"])) return FrameworkFileKind.DcwfElements;
        if (names.IsSupersetOf(["onetsoccode", "elementid", "elementname", "scaleid", "datavalue"])) return FrameworkFileKind.OnetRatings;
        return names.IsSupersetOf(["onetsoccode", "title", "description"]) ? FrameworkFileKind.OnetOccupations : FrameworkFileKind.None;
    }

    /// <summary>Reads a file.</summary>
    /// <param name="file">The file.</param>
    /// <param name="roles">Roles of the framework that are known already; null where a role need not be known.</param>
    /// <param name="elements">Elements that are known already; null where they need not be.</param>
    /// <exception cref="InputException">The file is no file of a framework.</exception>
    public static FrameworkTable Read(FileContent file, IReadOnlySet<string>? roles, IReadOnlySet<string>? elements)
    {
        var kind = KindOf(file);
        return kind == FrameworkFileKind.None
            ? throw FileContent.Unusable(file.Name, "This is no file of a framework.", "Right would be roles, KSATs or role KSATs of the DCWF (dcwf_code, ksat_id), or occupation data, skills, knowledge or abilities of O*NET (O*NET-SOC Code, Element ID).")
            : new FrameworkReader(file).Read(kind, roles, elements);
    }

    private FrameworkTable Read(FrameworkFileKind kind, IReadOnlySet<string>? roles, IReadOnlySet<string>? elements)
    {
        using var source = _file.Open();
        _source = source;
        source.NextSheet();
        source.Read();
        for (var i = 0; i < source.Count; i++) _columns.TryAdd(HeaderName.Normalise(source[i].Text), i);
        long read = 0;
        while (source.Read())
        {
            if (source.IsBlank()) continue;
            read++;
            switch (kind)
            {
                case FrameworkFileKind.DcwfRoles: Role("dcwfcode", "role", "element"); break;
                case FrameworkFileKind.OnetOccupations: Role("onetsoccode", "title", ""); break;
                case FrameworkFileKind.DcwfElements: Element(); break;
                case FrameworkFileKind.DcwfRoleElements: Need(roles, elements); break;
                default: Rating(); break;
            }
        }

        var framework = kind is FrameworkFileKind.OnetOccupations or FrameworkFileKind.OnetRatings ? Onet : Dcwf;
        return new FrameworkTable(framework, _roles.Values, _elements.Values, _needs.Values, _quarantined, read, _setAside.Count, source.Notes);
    }

    private void Role(string code, string name, string category)
    {
        if (Required(code) is not { } role || Required(name) is not { } title) return;
        if (!_roles.TryAdd(role, new FrameworkRole(role, title, Optional(category), Optional("description")))) SetAside(code, "row stands twice", $"The file has {role} more than once.");
    }

    private void Element()
    {
        if (Required("ksatid") is not { } element || Required("description") is not { } description) return;
        if (!_elements.TryAdd(element, new FrameworkElement(element, Optional("kind") ?? "KSAT", description))) SetAside("ksatid", "row stands twice", $"The file has {element} more than once.");
    }

    private void Need(IReadOnlySet<string>? roles, IReadOnlySet<string>? elements)
    {
        if (Required("dcwfcode") is not { } role || Required("ksatid") is not { } element) return;
        if (roles?.Contains(role) == false) SetAside("dcwfcode", "unknown role", $"The workspace has no DCWF work role {role}. Import the roles first, or with this file.");
        if (elements?.Contains(element) == false) SetAside("ksatid", "unknown element", $"The workspace has no KSAT {element}. Import the KSATs first, or with this file.");
        var scale = Optional("coreoradditional")?.ToLowerInvariant() ?? "core";
        if (!Needs.Contains(scale)) SetAside("coreoradditional", "neither core nor additional", "Right would be core or additional.");
        if (_setAside.Contains(_source.RowNumber)) return;
        if (!_needs.TryAdd((role, element, ""), new FrameworkNeed(role, element, scale, null, false))) SetAside("ksatid", "row stands twice", $"The file has {element} of {role} more than once.");
    }

    private void Rating()
    {
        if (Required("onetsoccode") is not { } role || Required("elementid") is not { } element || Required("elementname") is not { } name || Required("scaleid") is not { } scale) return;
        if (!double.TryParse(Optional("datavalue"), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value))
        {
            SetAside("datavalue", "not a figure", "Right would be a number of 0 or more with a decimal point.");
            return;
        }

        if (!_needs.TryAdd((role, element, scale), new FrameworkNeed(role, element, scale, value, Optional("recommendsuppress") == "Y" || Optional("notrelevant") == "Y")))
        {
            SetAside("elementid", "row stands twice", $"The file has {element} of {role} on the scale {scale} more than once.");
            return;
        }

        _elements.TryAdd(element, new FrameworkElement(element, KindOf(element), name));
        if (Optional("title") is { } title) _roles.TryAdd(role, new FrameworkRole(role, title, null, null));
    }

    /// <summary>The content model of O*NET numbers abilities 1.A, skills 2.A and 2.B, knowledge 2.C and work activities 4.A.</summary>
    private static string KindOf(string element) => element[..Math.Min(3, element.Length)] switch
    {
        "1.A" => "Ability",
        "2.A" or "2.B" => "Skill",
        "2.C" => "Knowledge",
        "4.A" => "Work activity",
        _ => "Element",
    };

    private string? Required(string column)
    {
        if (Optional(column) is { } text) return text;
        SetAside(column, "empty cell", "The cell is empty, and a row says nothing without it.");
        return null;
    }

    private string? Optional(string column) => _columns.TryGetValue(column, out var at) && !_source[at].IsEmpty ? _source[at].Text : null;

    private void SetAside(string column, string code, string reason)
    {
        _setAside.Add(_source.RowNumber);
        _quarantined.Add(QuarantineEntry.Create(_source.RowNumber, column, Optional(column) ?? "", code, reason));
    }
}
