using System.Globalization;
using CtmsAnalytics.Workspace.Scenarios.Yaml;

namespace CtmsAnalytics.Workspace.Scenarios;

/// <content>How a special working conditions program calls people: each on its own, or together in incidents.</content>
internal sealed partial class ScenarioChecker
{
    private const int MonthsInYear = 12;

    private void CheckCalls(YamlMap program)
    {
        var (share, incidents) = (program["expected_share"] is YamlScalar { IsNull: false } given ? given : null, program["incidents"] as YamlMap);
        if (share is not null && incidents is not null)
        {
            problems.Add(share.At, $"The program calls people each on its own by 'expected_share', and together by 'incidents' at {incidents.At.ToShortString()}.", "Keep one: set the other to null, 'incidents: null' or 'expected_share: null' (158.642(d)).");
        }
        else if (share is null && incidents is null)
        {
            problems.Add(program.At, "The program has neither 'expected_share' nor 'incidents'.", "Add 'expected_share' (people are called each on its own), or 'incidents' (an incident calls many at once) (158.642(d)).");
        }

        CheckRange(incidents?["duration"] as YamlMap, "duration of an incident");
        CheckRange(incidents?["share"] as YamlMap, "share of people");
        if (incidents?["season"] is YamlList { Items.Count: > 0 and not MonthsInYear } season)
            problems.Add(season.At, string.Create(CultureInfo.InvariantCulture, $"The season has {season.Items.Count} factors."), "Give twelve, January first, or an empty list for no season.");
    }
}
