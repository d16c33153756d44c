using Amazon.CDK.AWS.CloudWatch;

namespace Vts.Infrastructure.Watching;

/// <summary>When an alarm rings.</summary>
/// <param name="Anchor">Its name; <c>alarm-{Anchor}</c> is its place in the runbook.</param>
/// <param name="Meaning">What has happened, in one sentence.</param>
/// <param name="Metric">What is watched.</param>
/// <param name="Threshold">It rings above this.</param>
internal sealed record AlarmRule(string Anchor, string Meaning, IMetric Metric, double Threshold)
{
    /// <summary>How many of the latest periods are looked at.</summary>
    public int Periods { get; init; } = 1;

    /// <summary>How many of these must be above the threshold.</summary>
    public int Bad { get; init; } = 1;

    /// <summary>Whether having nothing to look at is as bad as being above the threshold.</summary>
    public bool SilenceIsBad { get; init; }

    /// <summary>Added to the name where there is one such alarm for each function.</summary>
    public string? Function { get; init; }

    /// <summary>The alarm's name within the stage.</summary>
    public string Name => Function is null ? Anchor : $"{Anchor}-{Function}";
}
