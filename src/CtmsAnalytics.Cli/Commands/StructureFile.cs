using System.CommandLine;
using CtmsAnalytics.PayStructures;
using CtmsAnalytics.Workspace.Scenarios;

namespace CtmsAnalytics.Cli.Commands;

/// <summary><c>--emit</c> of <c>ctms structure</c>: a proposal as a scenario file that extends the base, read again and compared before it is put in place.</summary>
internal sealed class StructureFile
{
    private readonly Option<string?> _emit = new("--emit") { Description = "Writes the structure as a scenario file that extends the base.", HelpName = "FILE.yaml" };
    private readonly Option<string?> _name = new("--name") { Description = "Name of the scenario that is written.", HelpName = "NAME" };

    public void AddTo(Command command)
    {
        command.Options.Add(_emit);
        command.Options.Add(_name);
    }

    public string? Of(ParseResult parsed) => parsed.GetValue(_emit);

    /// <summary>Checks before any work that the file can be written.</summary>
    public void Check(ParseResult parsed, string scenario)
    {
        if (Of(parsed) is { } file) EmittedScenario.Check(file, scenario);
    }

    /// <summary>Writes the file where one is asked for.</summary>
    /// <returns>The file; null where none is asked for.</returns>
    public string? Write(ParseResult parsed, StructureWork work, StructureProposal proposal, string name, string description, IReadOnlyList<string> comments)
    {
        if (Of(parsed) is not { } file) return null;
        var title = parsed.GetValue(_name) ?? name;
        var text = ProposalText.Write(work.Studies.Situation, proposal, EmittedScenario.Extends(file, work.File), title, description, comments);
        var temporary = file + ".partial";
        try
        {
            File.WriteAllText(temporary, text);
            ProposalText.RequireSame(ScenarioLoading.LoadAll([temporary], work.Snapshot)[0].Scenario, proposal.Apply(work.Studies.Situation, title, description));
            File.Move(temporary, file, overwrite: true);
        }
        finally
        {
            File.Delete(temporary);
        }

        return file;
    }
}
