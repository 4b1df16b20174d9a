using Benchmarks.DuckDb;
using Benchmarks.Rules;

// One name, one benchmark: what it measures is in README.md, what came out in results/.
var commands = new SortedDictionary<string, (string Description, Func<int> Run)>(StringComparer.Ordinal)
{
    ["duckdb"] = ("the DuckDB provider: columns against rows, the appender against INSERT ... SELECT", DuckDbBenchmark.Run),
    ["rules"] = ("the pay rules: nanoseconds and bytes of a call, and of a full work period of one person", RulesBenchmark.Run),
};

if (args is [var name] && commands.TryGetValue(name, out var command)) return command.Run();

Console.WriteLine("Usage: dotnet run -c Release --project tests/Benchmarks -- COMMAND");
foreach (var (key, (description, _)) in commands) Console.WriteLine($"  {key,-10} {description}");
return args.Length == 0 ? 0 : 1;
