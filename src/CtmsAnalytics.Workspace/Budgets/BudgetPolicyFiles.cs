using System.Globalization;
using System.Security.Cryptography;
using CtmsAnalytics.Budget;
using CtmsAnalytics.Budget.Tables;
using CtmsAnalytics.Diagnostics;
using CtmsAnalytics.Projection;
using CtmsAnalytics.Rules;
using CtmsAnalytics.Workspace.Reference;
using CtmsAnalytics.Workspace.Runs;

namespace CtmsAnalytics.Workspace.Budgets;

/// <summary>Reads which object class and fund a cost belongs to, and checks every row.</summary>
public static class BudgetPolicyFiles
{
    /// <summary>File of object classes.</summary>
    public const string ObjectClasses = "object_classes.csv";

    /// <summary>File of funds.</summary>
    public const string Funds = "funds.csv";

    private const string Any = "any";
    private const string All = "*";

    private static readonly (string Code, Employment? Employment)[] Employments = [(Any, null), ("full_time_permanent", Employment.FullTimePermanent), ("other", Employment.Other)];

    /// <summary>Reads both files.</summary>
    /// <param name="folder">Folder with <see cref="ObjectClasses"/> and <see cref="Funds"/>, for example <c>data/policy</c>.</param>
    /// <returns>The policy, and the files with their digests for the manifest of what is made with it.</returns>
    /// <exception cref="InputException">A file is missing or a row is unsound; all problems are named with file, line and column.</exception>
    public static (BudgetPolicy Policy, IReadOnlyList<ManifestInput> Inputs) Load(string folder)
    {
        ArgumentNullException.ThrowIfNull(folder);
        var problems = new List<InputProblem>();
        var (classes, funds) = (Path.Combine(folder, ObjectClasses), Path.Combine(folder, Funds));
        var policy = new BudgetPolicy(Read(classes, ObjectClass, r => (r.Component, r.Employment, r.EffectiveYear), problems), Read(funds, Fund, r => (r.Agency, r.Organisation, r.EffectiveYear), problems));
        foreach (var component in Enum.GetValues<Component>().Where(c => problems.Count == 0 && Enum.GetValues<Employment>().Any(e => policy.ObjectClasses.All(r => r.Component != c || (r.Employment ?? e) != e))))
            problems.Add(new InputProblem(classes, null, null, $"No row gives the object class of '{ComponentCode.Of(component)}' for every kind of employment.", "Add one."));
        return problems.Count == 0 ? (policy, [Input("object classes", classes), Input("funds", funds)]) : throw new InputException(problems);
    }

    private static ManifestInput Input(string role, string path) => new(role, Path.GetFileName(path), Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(path))));

    private static List<TRule> Read<TRule>(string path, Func<ShippedTable, List<InputProblem>, TRule> rule, Func<TRule, object> key, List<InputProblem> problems)
    {
        var rules = new List<TRule>();
        var known = new HashSet<object>();
        foreach (var row in ShippedTable.Read(path))
        {
            try
            {
                var before = problems.Count;
                var read = rule(row, problems);
                foreach (var column in new[] { "title", "source" })
                    if (string.IsNullOrWhiteSpace(row.Text(column))) problems.Add(row.Problem(column, "is empty", "Write it in words."));
                if (!Citation.IsWellFormed(row.Text("paragraph"))) problems.Add(row.Problem("paragraph", $"'{row.Text("paragraph")}' is no citation", "Write OMB Circular A-11 section 83, 158.632 or 31 U.S.C. 1301; separate several by a semicolon."));
                if (problems.Count == before && !known.Add(key(read))) problems.Add(row.Problem("effective_year", $"there are two rows for the same in {row.Text("effective_year")}", "Keep one of them."));
                rules.Add(read);
            }
            catch (InputException exception) when (exception.Problems.Count > 0)
            {
                problems.AddRange(exception.Problems);
            }
        }

        return rules;
    }

    private static ObjectClassRule ObjectClass(ShippedTable row, List<InputProblem> problems)
    {
        if (!ComponentCode.TryParse(row.Text("component"), out var component))
            problems.Add(row.Problem("component", $"'{row.Text("component")}' is no cost component", $"Write one of {string.Join(", ", Enum.GetValues<Component>().Select(ComponentCode.Of))}."));
        var employment = Array.FindIndex(Employments, e => e.Code == row.Text("employment"));
        if (employment < 0) problems.Add(row.Problem("employment", $"'{row.Text("employment")}' is no kind of employment", $"Write one of {string.Join(", ", Employments.Select(e => e.Code))}."));
        var code = row.Text("object_class");
        if (!decimal.TryParse(code, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out _))
            problems.Add(row.Problem("object_class", $"'{code}' is no object class", "Write a code such as 11.1."));
        return new ObjectClassRule(component, Employments[Math.Max(0, employment)].Employment, row.Year(), new ObjectClass(code, row.Text("title")), row.Mark(), row.Text("source"));
    }

    private static FundRule Fund(ShippedTable row, List<InputProblem> problems)
    {
        foreach (var column in new[] { "agency", "organisation", "fund" })
            if (string.IsNullOrWhiteSpace(row.Text(column))) problems.Add(row.Problem(column, "is empty", column == "fund" ? "Write a short code." : "Write a name, or * for all."));
        if (row.Text("agency") == All && row.Text("organisation") != All) problems.Add(row.Problem("agency", "is * beside an organisation", "Name the agency of the organisation."));
        return new FundRule(OrNull(row.Text("agency")), OrNull(row.Text("organisation")), row.Year(), new Fund(row.Text("fund"), row.Text("title")), row.Mark(), row.Text("source"));
    }

    private static string? OrNull(string name) => name == All ? null : name;
}
