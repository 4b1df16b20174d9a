namespace CtmsAnalytics.Cli;

/// <summary>Finds the data that come with the tool.</summary>
public static class ShippedData
{
    /// <summary>The folder <c>data</c> of the present folder where it is a clone's, and otherwise the copy beside the program.</summary>
    public static string Folder => File.Exists(Path.Combine("data", "scenarios", "baseline.yaml")) ? "data" : Path.Combine(AppContext.BaseDirectory, "data");
}
