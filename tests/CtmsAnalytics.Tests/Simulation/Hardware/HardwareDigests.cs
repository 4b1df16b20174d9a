using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Security.Cryptography;
using CtmsAnalytics.Simulation;
using CtmsAnalytics.Tests.Simulation.Engine;

namespace CtmsAnalytics.Tests.Simulation.Hardware;

/// <summary>Digests of results that must have the same bytes on every machine, over random inputs. One line each; what else must be equal is a further line.</summary>
internal static class HardwareDigests
{
    /// <summary>Name of the line that says which vectors the process may use; the only one that differs.</summary>
    public const string Vectors = "vectors";

    private const uint Seed = 20_261_121;
    private const int Rounds = 200;

    public static IEnumerable<(string Name, string Digest)> Compute() =>
    [
        (Vectors, Vector512.IsHardwareAccelerated ? "512" : Vector256.IsHardwareAccelerated ? "256" : Vector128.IsHardwareAccelerated ? "128" : "none"),
        ("philox", Of(AddWords)),
        ("log", OfEach(Deterministic.Log)),
        ("exp", OfEach(x => Deterministic.Exp(x * 1e-3))),
        ("pow", OfEach(x => Deterministic.Pow(Vector512.Abs(x), 0.37))),
        ("normal quantile", OfEach(x => Deterministic.NormalQuantile((x + Vector512.Create(1e6)) * 5e-7))),
        ("half up", OfEach(LaneMath.HalfUp)),
        ("quotient", OfEach(x => LaneMath.Quotient(Vector512.Floor(x * 1000), Vector512.Abs(Vector512.Floor(x)) + Vector512<double>.One))),
        ("quotient by one", OfEach(x => LaneMath.Quotient(Vector512.Floor(x * 1000), 26))),
        ("part", OfEach(x => LaneMath.Part(Vector512.Abs(Vector512.Floor(x)), 0.085))),
        ("simulated costs", Of(hash => hash.AppendData(SimulatorTests.Cube()))),
        ("hourly rate", OfEach(x => LaneMath.HourlyRate(Vector512.Abs(Vector512.Floor(x)), 2087))),
    ];

    private static string Of(Action<IncrementalHash> add)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        add(hash);
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static void AddWords(IncrementalHash hash)
    {
        var lanes = new PhiloxLanes(Seed);
        var words = new uint[4][];
        for (var i = 0; i < words.Length; i++) words[i] = new uint[PhiloxLanes.Lanes];
        for (var key = 0u; key < Rounds; key++)
        {
            lanes.Words(key, DrawLanes.From(key * 77), key / 3, key % 11, words[0], words[1], words[2], words[3]);
            foreach (var word in words) hash.AppendData(MemoryMarshal.AsBytes(word.AsSpan()));
            lanes.Words(key, words[0], words[1], words[2], words[3], words[2]);
            hash.AppendData(MemoryMarshal.AsBytes(words[3].AsSpan()));
            hash.AppendData(BitConverter.GetBytes(lanes.Below(key, words[3], 5, 3, 1ul << 30, words[1])));
            hash.AppendData(MemoryMarshal.AsBytes(words[1].AsSpan()));
        }
    }

    /// <summary>Digest of a function of numbers between minus and plus a million.</summary>
    private static string OfEach(Func<Vector512<double>, Vector512<double>> function) => Of(hash =>
    {
        var words = new uint[PhiloxLanes.Lanes];
        var results = new double[PhiloxLanes.Lanes];
        var lanes = new PhiloxLanes(Seed);
        for (var key = 0u; key < Rounds; key++)
        {
            lanes.Words(key, DrawLanes.From(0), 0, 0, words);
            for (var i = 0; i < words.Length; i += Vector512<double>.Count)
            {
                var result = function((LaneMath.Uniform(words.AsSpan(i)) - Vector512.Create(0.5)) * 2e6);
                // One bit pattern stands for all that are not a number.
                Vector512.ConditionalSelect(Vector512.Equals(result, result), result, Vector512<double>.Zero).CopyTo(results, i);
            }

            hash.AppendData(MemoryMarshal.AsBytes(results.AsSpan()));
        }
    });
}
