namespace CtmsAnalytics.Simulation;

/// <summary>The 128 random bits of one Philox counter, as four independent 32-bit words.</summary>
/// <param name="Word0">First word, 0 to 2^32 - 1.</param>
/// <param name="Word1">Second word, 0 to 2^32 - 1.</param>
/// <param name="Word2">Third word, 0 to 2^32 - 1.</param>
/// <param name="Word3">Fourth word, 0 to 2^32 - 1.</param>
public readonly record struct PhiloxBlock(uint Word0, uint Word1, uint Word2, uint Word3)
{
    /// <summary>The first word as a uniform number in (0, 1).</summary>
    public double Uniform0 => Philox.Uniform(Word0);

    /// <summary>The second word as a uniform number in (0, 1).</summary>
    public double Uniform1 => Philox.Uniform(Word1);

    /// <summary>The third word as a uniform number in (0, 1).</summary>
    public double Uniform2 => Philox.Uniform(Word2);

    /// <summary>The fourth word as a uniform number in (0, 1).</summary>
    public double Uniform3 => Philox.Uniform(Word3);
}
