using System.Collections;
using System.Reflection;
using CtmsAnalytics.Diagnostics;
using CtmsAnalytics.DuckDb;

namespace CtmsAnalytics.Workspace.Queries;

/// <summary>Named parameters of a query, from the properties of an object or from a dictionary.</summary>
internal static class QueryParameters
{
    public static IEnumerable<DuckDBParameter> Of(object? parameters) => parameters switch
    {
        null => [],
        IReadOnlyDictionary<string, object?> named => named.Select(p => new DuckDBParameter(p.Key, p.Value)),
        string or IEnumerable or ValueType => throw new InputException($"Parameters of a query have names: write new {{ year = 2028 }} for a query with $year. This is a {parameters.GetType().Name}."),
        _ => parameters.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(p => p.GetIndexParameters().Length == 0).Select(p => new DuckDBParameter(p.Name, p.GetValue(parameters))),
    };
}
