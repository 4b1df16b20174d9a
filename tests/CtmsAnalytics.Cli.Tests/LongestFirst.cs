using Xunit.Abstractions;

[assembly: CollectionBehavior(MaxParallelThreads = 3)]
[assembly: TestCollectionOrderer("CtmsAnalytics.Cli.Tests.LongestFirst", "CtmsAnalytics.Cli.Tests")]

namespace CtmsAnalytics.Cli.Tests;

/// <summary>Starts what takes longest first, so that no processor idles at the end; a third test uses what the others leave while they wait for a scheduler or a disk.</summary>
public sealed class LongestFirst : ITestCollectionOrderer
{
    private static readonly string[] Long = ["ReadmeTests", "SlurmJobTests", "StudyReadmeTests", "StructureCommandTests", "SimulateCommandTests", "PackageTests", "CompareCommandTests", "MarketCommandTests"];

    /// <summary>Orders the test collections.</summary>
    /// <param name="testCollections">Each class is one, named after the class.</param>
    /// <returns>The long ones in the order above, then the others by name.</returns>
    public IEnumerable<ITestCollection> OrderTestCollections(IEnumerable<ITestCollection> testCollections) =>
        testCollections.OrderBy(Place).ThenBy(c => c.DisplayName, StringComparer.Ordinal);

    private static int Place(ITestCollection collection)
    {
        var place = Array.FindIndex(Long, n => collection.DisplayName.EndsWith("." + n, StringComparison.Ordinal));
        return place < 0 ? Long.Length : place;
    }
}
