using Benchmarks.DuckDb;
using Benchmarks.Matching;
using Benchmarks.Notebooks;
using Benchmarks.Quantiles;
using Benchmarks.Random;
using Benchmarks.Rules;
using Benchmarks.Simulation;
using Benchmarks.W1;
using Benchmarks.WorkValuation;

// One name, one benchmark: what it measures is in README.md, what came out in results/.
var commands = new SortedDictionary<string, (string Description, Func<string[], int> Run)>(StringComparer.Ordinal)
{
    ["duckdb"] = ("the DuckDB provider: columns against rows, the appender against INSERT ... SELECT", Alone(DuckDbBenchmark.Run)),
    ["matching"] = ("5,000 people matched with 5,000 assignments, beside SciPy's solver", Alone(MatchingBenchmark.Run)),
    ["notebooks"] = ("notebooks of one cell and of 101 beside nbconvert with ipykernel, and the whole set", Alone(NotebookBenchmark.Run)),
    ["philox"] = ("random numbers: blocks of Philox a second, one at a time and side by side", Alone(PhiloxBenchmark.Run)),
    ["quantiles"] = ("weighted quantiles of a salary survey with 1,000 bootstrap replicates: quantiles SURVEY.csv", QuantilesBenchmark.Run),
    ["rules"] = ("the pay rules: nanoseconds and bytes of a call, and of a full work period of one person", Alone(RulesBenchmark.Run)),
    ["simulate"] = ("the full model: the sample service on 10,000 paired draws, and 100,000 people on 200", Alone(SimulateBenchmark.Run)),
    ["valuation"] = ("work valuation: 100,000 people revalued by a scheme, beside NumPy", Alone(ValuationBenchmark.Run)),
    ["w1"] = ($"workload W1 through the engine, alone or against Numba: {W1Arguments.Usage}", W1Benchmark.Run),
};

if (args is [var name, .. var arguments] && commands.TryGetValue(name, out var command)) return command.Run(arguments);

Console.WriteLine("Usage: dotnet run -c Release --project tests/Benchmarks -- COMMAND");
foreach (var (key, (description, _)) in commands) Console.WriteLine($"  {key,-10} {description}");
return args.Length == 0 ? 0 : 1;

static Func<string[], int> Alone(Func<int> run) => arguments =>
{
    if (arguments.Length == 0) return run();
    Console.Error.WriteLine($"There is no option '{arguments[0]}'.");
    return 1;
};
