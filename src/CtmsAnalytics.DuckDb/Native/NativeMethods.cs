using System.Runtime.CompilerServices;

[assembly: DisableRuntimeMarshalling]

namespace CtmsAnalytics.DuckDb.Native;

/// <summary>The DuckDB C API, one file per area of it. Nothing here checks or converts; the layer above does.</summary>
internal static unsafe partial class NativeMethods
{
    internal const string Library = "duckdb";

    // A static constructor (and not a module initializer) so that merely loading the assembly costs nothing.
    static NativeMethods() => NativeLibraryLocator.Register();
}
