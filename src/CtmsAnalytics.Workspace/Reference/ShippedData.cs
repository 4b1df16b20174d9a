namespace CtmsAnalytics.Workspace.Reference;

/// <summary>Finds the data that come with the program.</summary>
public static class ShippedData
{
    private const string Name = "data";

    /// <summary>
    /// The folder <c>data</c> of the present folder where it is a clone's, else the copy beside the library, else the one beside the present folder, where a notebook in a folder of a clone finds it.
    /// Where none of them has scenarios, the folder <c>data</c> beside the program, which a message then names.
    /// </summary>
    public static string Folder => new[] { Name, BesideLibrary, Path.Combine("..", Name) }.FirstOrDefault(f => File.Exists(BaselineIn(f))) ?? BesideProgram;

    /// <summary>The shipped scenarios.</summary>
    public static string Scenarios => Path.Combine(Folder, "scenarios");

    /// <summary>The scenario that stands where none is given.</summary>
    public static string Baseline => BaselineIn(Folder);

    /// <summary>The folder with the tables that a new workspace is made from: beside the library, else beside the program, else <see cref="Folder"/>.</summary>
    internal static string Tables => new[] { BesideLibrary, BesideProgram }.FirstOrDefault(f => Directory.Exists(Path.Combine(f, "reference"))) ?? Folder;

    // A notebook runs in a host of its own, so that the library stands elsewhere than the program. A library without a place of its own is part of the program.
    private static string BesideLibrary => Path.GetDirectoryName(typeof(ShippedData).Assembly.Location) is { Length: > 0 } folder ? Path.Combine(folder, Name) : BesideProgram;

    private static string BesideProgram => Path.Combine(AppContext.BaseDirectory, Name);

    private static string BaselineIn(string folder) => Path.Combine(folder, "scenarios", "baseline.yaml");
}
