using CtmsAnalytics.Budget;
using CtmsAnalytics.Diagnostics;
using CtmsAnalytics.Parameters;
using CtmsAnalytics.Workspace.Budgets;

namespace CtmsAnalytics.Workspace.Tests.Budgets;

public sealed class BudgetPolicyFilesTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public BudgetPolicyFilesTests()
    {
        foreach (var file in new[] { BudgetPolicyFiles.ObjectClasses, BudgetPolicyFiles.Funds }) File.Copy(Path.Combine(RepositoryFiles.Root, "data", "policy", file), _folder[file]);
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Load_ShippedFiles_GiveEveryComponentAClassAndEveryOrganisationAFund()
    {
        var (policy, inputs) = BudgetPolicyFiles.Load(_folder.Path);

        Assert.Equal("11.1", policy.ObjectClassOf(Component.Supplement, Employment.FullTimePermanent, 2027).ObjectClass.Code);
        Assert.Equal("11.3", policy.ObjectClassOf(Component.Supplement, Employment.Other, 2027).ObjectClass.Code);
        Assert.Equal(("CISA-OS", "OTHER-OS"), (policy.FundOf("CISA", "CSD", 2027).Fund.Code, policy.FundOf("FEMA", "IT", 2027).Fund.Code));
        Assert.All(policy.Funds, f => Assert.Equal(ParameterMark.Assumed, f.Mark));
        Assert.Equal([64, 64], inputs.Select(i => i.Sha256.Length));
    }

    [Theory]
    [InlineData("object_classes.csv", "bonus,any,2027,11.5,Other,assumed,158.632,why", 1, "'bonus' is no cost component")]
    [InlineData("object_classes.csv", "training,temporary,2027,25.2,Other,assumed,158.640,why", 10, "'temporary' is no kind of employment")]
    [InlineData("object_classes.csv", "training,any,2027,pay,Other,assumed,158.640,why", 19, "'pay' is no object class")]
    [InlineData("object_classes.csv", "training,any,2021,25.1,Other,assumed,158.640,why", 14, "two rows")]
    [InlineData("funds.csv", "CISA,CSD,soon,X,Title,assumed,31 U.S.C. 1301,why", 10, "is no year")]
    [InlineData("funds.csv", "*,CSD,2027,X,Title,assumed,31 U.S.C. 1301,why", 1, "is * beside an organisation")]
    [InlineData("funds.csv", "CISA,CSD,2027,X,Title,sure,31 U.S.C. 1301,why", 23, "'sure' is no mark")]
    [InlineData("funds.csv", "CISA,CSD,2027,X,Title,assumed,law,why", 31, "'law' is no citation")]
    [InlineData("funds.csv", "CISA,CSD,2027,X,,assumed,31 U.S.C. 1301,why", 17, "is empty")]
    public void Load_FaultyRow_NamesFileLineAndColumn(string file, string row, int column, string what)
    {
        var line = File.ReadAllLines(_folder[file]).Length + 1;
        File.AppendAllText(_folder[file], row + "\n");

        var problem = Assert.Single(Assert.Throws<InputException>(() => BudgetPolicyFiles.Load(_folder.Path)).Problems);

        Assert.Equal((_folder[file], line, column), (problem.File, problem.Line, problem.Column));
        Assert.Contains(what, problem.What, StringComparison.Ordinal);
    }

    [Fact]
    public void Load_ComponentWithoutClass_IsNamed()
    {
        File.WriteAllLines(_folder[BudgetPolicyFiles.ObjectClasses], File.ReadAllLines(_folder[BudgetPolicyFiles.ObjectClasses]).Where(l => !l.StartsWith("training", StringComparison.Ordinal)));

        Assert.Contains("'training'", Assert.Single(Assert.Throws<InputException>(() => BudgetPolicyFiles.Load(_folder.Path)).Problems).What, StringComparison.Ordinal);
    }
}
