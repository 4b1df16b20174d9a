namespace CtmsAnalytics.Tests.Data;

/// <summary>A fact that compares shipped figures with the public originals, and is skipped, saying so, where those are absent.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class OriginalsFactAttribute : FactAttribute
{
    public OriginalsFactAttribute()
    {
        if (!Directory.Exists(RepositoryData.OriginalsFolder))
            Skip = "The public originals (folder ../shared/data beside the repository) are not on this machine.";
    }
}
