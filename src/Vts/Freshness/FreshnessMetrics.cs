using System.Diagnostics.Metrics;

namespace Vts.Freshness;

/// <summary>What answers from memory measure, under the meter <see cref="MeterName"/>.</summary>
internal sealed class FreshnessMetrics
{
    /// <summary>The meter's name.</summary>
    public const string MeterName = "Vts";

    private readonly Counter<long> _reads;
    private readonly Counter<long> _refreshes;

    public FreshnessMetrics(IMeterFactory meters, Func<long> keptBytes)
    {
        var meter = meters.Create(MeterName);
        _reads = meter.CreateCounter<long>(
            "vts.freshness.reads", "{read}", "Reads, by resource and outcome: hit, miss, or stale after a failure of Extend.");
        _refreshes = meter.CreateCounter<long>(
            "vts.freshness.refreshes", "{refresh}", "Refreshes ahead of time, by resource, and by error.type where they failed.");
        meter.CreateObservableUpDownCounter(
            "vts.freshness.kept.size", keptBytes, "By", "Memory that what is kept takes, by estimate.");
    }

    public void Hit(string resource) => Read(resource, "hit");

    public void Missed(string resource) => Read(resource, "miss");

    public void Stale(string resource) => Read(resource, "stale");

    public void Refreshed(string resource) => _refreshes.Add(1, Tag("vts.resource", resource));

    public void RefreshFailed(string resource, string fault) => _refreshes.Add(1, Tag("vts.resource", resource), Tag("error.type", fault));

    private void Read(string resource, string outcome) => _reads.Add(1, Tag("vts.resource", resource), Tag("vts.outcome", outcome));

    private static KeyValuePair<string, object?> Tag(string name, string value) => new(name, value);
}
