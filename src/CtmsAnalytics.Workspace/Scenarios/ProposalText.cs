using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using CtmsAnalytics.Diagnostics;
using CtmsAnalytics.PayStructures;
using CtmsAnalytics.Scenarios;

namespace CtmsAnalytics.Workspace.Scenarios;

/// <summary>A designed structure as the text of a scenario file that extends its base with one dated change.</summary>
public static class ProposalText
{
    /// <summary>Writes the text.</summary>
    /// <param name="situation">Where the proposal starts from.</param>
    /// <param name="proposal">What it changes.</param>
    /// <param name="extends">File of the base, relative to the file that is written, with <c>/</c> between folders, or the name of a shipped scenario.</param>
    /// <param name="name">Name of the scenario.</param>
    /// <param name="description">What it does.</param>
    /// <param name="comments">Lines that stand at the top as comments.</param>
    /// <returns>The text, with line feeds.</returns>
    public static string Write(StructureSituation situation, StructureProposal proposal, string extends, string name, string description, IReadOnlyList<string> comments)
    {
        ArgumentNullException.ThrowIfNull(situation);
        ArgumentNullException.ThrowIfNull(proposal);
        ArgumentNullException.ThrowIfNull(comments);
        var text = new StringBuilder();
        void Line(FormattableString line) => text.Append(line.ToString(CultureInfo.InvariantCulture)).Append('\n');
        foreach (var comment in comments) Line($"# {string.Concat(comment.Where(c => !char.IsControl(c)))}");
        Line($"extends: {Quoted(extends)}");
        Line($"name: {Quoted(name)}");
        Line($"description: {Quoted(description)}");
        Line($"");
        Line($"changes:");
        Line($"  - effective: {situation.Effective:yyyy-MM-dd}");
        Line($"    structure:");
        Line($"      levels:");
        foreach (var (level, range) in situation.Levels.Zip(proposal.Ranges)) Line($"        {level.Subrange.WorkLevel}: {{ {Range(level.Subrange, range, StructureProposal.ControlPoint(level.Subrange, range))} }}");
        if (situation.Policy.FurtherStructures.Count > 0)
        {
            // They would take what they do not state from the changed main structure.
            Line($"    further_structures:");
            foreach (var further in situation.Policy.FurtherStructures)
            {
                Line($"      {further.Structure.Name}:");
                Line($"        levels:");
                foreach (var range in further.Structure.Subranges) Line($"          {range.WorkLevel}: {{ {Range(range, new ProposedRange(range.WorkLevel, range.Minimum, range.Maximum), range.ControlPoint)} }}");
            }
        }

        var supplements = proposal.Supplements.Where(s => situation.Policy.Supplements.GetValueOrDefault(s.Key) != s.Value || !situation.Policy.Supplements.ContainsKey(s.Key)).OrderBy(s => s.Key, StringComparer.Ordinal).ToList();
        if (supplements.Count > 0) Line($"    supplements: {{ {string.Join(", ", supplements.Select(s => string.Create(CultureInfo.InvariantCulture, $"{s.Key}: {Plain(s.Value)}")))} }}");
        if (proposal.AdjustmentPool != situation.Policy.Recognition.AdjustmentPool) Line($"    recognition: {{ adjustment_pool: {Plain(proposal.AdjustmentPool)} }}");
        return text.ToString();
    }

    /// <summary>Checks that a scenario that was read says what was proposed: the same policies on the same days.</summary>
    /// <param name="read">The scenario as it was read.</param>
    /// <param name="meant">The scenario as it was computed with.</param>
    /// <exception cref="InputException">They differ, so that the file would not cost what was found.</exception>
    public static void RequireSame(Scenario read, Scenario meant)
    {
        ArgumentNullException.ThrowIfNull(read);
        ArgumentNullException.ThrowIfNull(meant);
        var (one, other) = (Policies(read), Policies(meant));
        if (one != other) throw new InputException("The proposal cannot be written as a change of its base: read again, the file says something else than what was computed. State minimum and maximum of every level in the base, and try again.");
    }

    private static string Policies(Scenario scenario)
    {
        var text = new StringBuilder();
        var before = "";
        foreach (var (effective, policy) in scenario.Policies)
        {
            var now = Sorted(JsonSerializer.SerializeToNode(policy))!.ToJsonString();
            if (now != before) text.Append(CultureInfo.InvariantCulture, $"{effective:yyyy-MM-dd} {now}\n");
            before = now;
        }

        return text.ToString();
    }

    /// <summary>The order of a table's entries means nothing.</summary>
    private static JsonNode? Sorted(JsonNode? node) => node switch
    {
        JsonObject table => new JsonObject(table.OrderBy(e => e.Key, StringComparer.Ordinal).Select(e => KeyValuePair.Create(e.Key, Sorted(e.Value)))),
        JsonArray list => new JsonArray([.. list.Select(Sorted)]),
        _ => node?.DeepClone(),
    };

    private static string Range(Subrange subrange, ProposedRange range, long? control) =>
        string.Create(CultureInfo.InvariantCulture, $"minimum: {range.Minimum}, maximum: {range.Maximum}{(subrange.ControlPoint is null ? "" : $", control_point: {control}")}");

    private static string Plain(double fraction) => ((decimal)fraction).ToString(CultureInfo.InvariantCulture);

    private static string Quoted(string text) => "'" + string.Concat(text.Where(c => !char.IsControl(c))).Replace("'", "''", StringComparison.Ordinal) + "'";
}
