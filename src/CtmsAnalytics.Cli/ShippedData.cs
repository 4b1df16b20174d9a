namespace CtmsAnalytics.Cli;

/// <summary>Finds the data that come with the tool.</summary>
public static class ShippedData
{
    /// <summary>The folder <c>data</c> of the present folder where it is a clone's, and otherwise the copy beside the program.</summary>
    public static string Folder => File.Exists(BaselineIn("data")) ? "data" : Path.Combine(AppContext.BaseDirectory, "data");

    /// <summary>The scenario that stands where a command is given none.</summary>
    public static string Baseline => BaselineIn(Folder);

    private static string BaselineIn(string folder) => Path.Combine(folder, "scenarios", "baseline.yaml");
}
