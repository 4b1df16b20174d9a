using CtmsAnalytics.Diagnostics;
using CtmsAnalytics.Workspace.Tables;

namespace CtmsAnalytics.Workspace.Roster;

/// <summary>Which column of the file is which column of the roster.</summary>
internal sealed class RosterHeader
{
    private static readonly Dictionary<string, RosterColumn> Known = BuildKnown();

    private RosterHeader(int[] positions, string[] headers, IReadOnlyList<string> unknown)
    {
        Positions = positions;
        Headers = headers;
        Unknown = unknown;
    }

    /// <summary>Position in the file by column; -1 where the file has none.</summary>
    public int[] Positions { get; }

    public string[] Headers { get; }

    /// <summary>Columns of the file that no column of the roster answers to.</summary>
    public IReadOnlyList<string> Unknown { get; }

    public int Matched => Positions.Count(p => p >= 0);

    /// <summary>Reads a row as a header.</summary>
    /// <param name="source">The file, on the row.</param>
    /// <param name="file">The file as the user named it.</param>
    /// <param name="map">Roster column by the name that the file gives it, normalised.</param>
    public static RosterHeader Read(TableSource source, string file, IReadOnlyDictionary<string, RosterColumn> map)
    {
        var positions = Enumerable.Repeat(-1, RosterColumnNames.Count).ToArray();
        var headers = new string[source.Count];
        var unknown = new List<string>();
        for (var i = 0; i < source.Count; i++)
        {
            headers[i] = source[i].Text;
            var name = HeaderName.Normalise(headers[i]);
            if (name.Length == 0) continue;
            if (!map.TryGetValue(name, out var column) && !Known.TryGetValue(name, out column))
            {
                unknown.Add(headers[i]);
                continue;
            }

            ref var position = ref positions[(int)column];
            if (position >= 0 && Matches(headers[position], column, map) == Matches(headers[i], column, map))
            {
                throw FileContent.Unusable(file, $"The columns '{headers[position]}' and '{headers[i]}' both mean {RosterColumnNames.Names[(int)column]}.",
                    "Rename or remove one of them.");
            }

            // A column that is named exactly, or by --map, wins over a synonym.
            if (position < 0 || Matches(headers[i], column, map))
            {
                if (position >= 0) unknown.Add(headers[position]);
                position = i;
            }
            else
            {
                unknown.Add(headers[i]);
            }
        }

        return new RosterHeader(positions, headers, unknown);
    }

    /// <summary>Fails when a column that every roster needs is missing, naming the column of the file that is nearest to it.</summary>
    public void Require(string file, bool asOfIsGiven)
    {
        var problems = new List<InputProblem>();
        for (var i = 0; i < Positions.Length; i++)
        {
            var optional = (RosterColumn)i is RosterColumn.LastRating or RosterColumn.IsUncompensated or RosterColumn.AnnuityPerYear or RosterColumn.AppointmentMaximumHours
                || ((RosterColumn)i == RosterColumn.AsOf && asOfIsGiven);
            if (Positions[i] >= 0 || optional) continue;
            var name = RosterColumnNames.Names[i];
            var nearest = NearestName.Find(name, Unknown);
            var right = nearest is null ? "Add it, or name the column that holds it:" : $"Nearest in the file is '{nearest}'. If it is that one:";
            var asOf = (RosterColumn)i == RosterColumn.AsOf ? " One date for all rows can be given instead: --as-of 2025-03-31." : "";
            problems.Add(new InputProblem(file, null, null, $"There is no column {name}.", $"{right} --map \"{nearest ?? "Their Name"}={name}\".{asOf}"));
        }

        if (problems.Count > 0) throw new InputException(problems);
    }

    public static bool TryFind(string name, out RosterColumn column) => Known.TryGetValue(HeaderName.Normalise(name), out column);

    private static bool Matches(string header, RosterColumn column, IReadOnlyDictionary<string, RosterColumn> map)
    {
        var name = HeaderName.Normalise(header);
        return map.ContainsKey(name) || name == HeaderName.Normalise(RosterColumnNames.Names[(int)column]);
    }

    private static Dictionary<string, RosterColumn> BuildKnown()
    {
        var known = new Dictionary<string, RosterColumn>(StringComparer.Ordinal);
        for (var i = 0; i < RosterColumnNames.Count; i++)
        {
            known.Add(HeaderName.Normalise(RosterColumnNames.Names[i]), (RosterColumn)i);
            foreach (var synonym in RosterColumnNames.Synonyms[i]) known.Add(synonym, (RosterColumn)i);
        }

        return known;
    }
}
