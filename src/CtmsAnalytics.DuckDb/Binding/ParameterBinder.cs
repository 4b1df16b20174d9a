using System.Globalization;
using CtmsAnalytics.DuckDb.Native;

namespace CtmsAnalytics.DuckDb.Binding;

/// <summary>Gives every place of a prepared statement its parameter: by name where both have one, otherwise by position.</summary>
internal static unsafe class ParameterBinder
{
    /// <param name="statement">The statement.</param>
    /// <param name="parameters">What the command has.</param>
    /// <param name="sql">The command's SQL, for errors.</param>
    /// <param name="alone">Whether this is the command's only statement, so that a parameter left over is a mistake.</param>
    internal static void Bind(StatementHandle statement, DuckDBParameter[] parameters, string sql, bool alone)
    {
        var places = (int)NativeMethods.ParameterCount(statement);
        var used = new bool[parameters.Length];
        var unnamed = Enumerable.Range(0, parameters.Length).Where(i => parameters[i].ParameterName.Length == 0).ToArray();
        for (var place = 1; place <= places; place++)
        {
            var name = NativeText.Owned(NativeMethods.ParameterName(statement, (ulong)place));
            var index = Array.FindIndex(parameters, p => p.ParameterName.Equals(name, StringComparison.OrdinalIgnoreCase));
            if (index < 0 && int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out var position) && position <= unnamed.Length)
                index = unnamed[position - 1];
            if (index < 0) throw Missing(name, places, parameters, sql);
            used[index] = true;
            using var value = NativeValue.Create(parameters[index].Value, NativeMethods.ParameterType(statement, (ulong)place), $"parameter ${name}");
            if (NativeMethods.BindValue(statement, (ulong)place, value) != NativeState.Success)
                throw new DuckDBException($"DuckDB did not take the value of parameter ${name} ({parameters[index].Value?.GetType().Name ?? "NULL"}).", DuckDBErrorType.Binder, sql);
        }
        var extra = Array.IndexOf(used, false);
        if (alone && extra >= 0) throw Extra(parameters[extra], extra, places, sql);
    }

    private static DuckDBException Missing(string name, int places, DuckDBParameter[] parameters, string sql) => new(
        $"Parameter ${name} has no value: the statement has {places} parameters and the command gives {parameters.Length} ({List(parameters)}). " +
        $"Add a DuckDBParameter named '{name}', or positional ones in order.",
        DuckDBErrorType.Binder,
        sql);

    private static DuckDBException Extra(DuckDBParameter parameter, int index, int places, string sql) => new(
        $"Parameter {(parameter.ParameterName.Length == 0 ? string.Create(CultureInfo.InvariantCulture, $"at position {index + 1}") : $"'{parameter.ParameterName}'")} " +
        $"is not in the statement, which has {places} parameters. Remove it or correct its name.",
        DuckDBErrorType.Binder,
        sql);

    private static string List(DuckDBParameter[] parameters) =>
        parameters.Length == 0 ? "none" : string.Join(", ", parameters.Select(p => p.ParameterName.Length == 0 ? "positional" : p.ParameterName));
}
