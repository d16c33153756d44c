using System.Diagnostics.Metrics;
using Extend;

namespace Vts.Aws.Lambda.Telemetry;

/// <summary>Counts what Extend's client measures, from one call's end to the next.</summary>
internal sealed class CallMetrics : IDisposable
{
    private static readonly Dictionary<string, (string Count, string? Failed)> Names = new(StringComparer.Ordinal)
    {
        ["extend.client.call.duration"] = ("ExtendCalls", "ExtendErrors"),
        ["extend.client.sign_ins"] = ("SignIns", "SignInsRefused"),
        ["extend.client.renewals"] = ("SessionRenewals", null),
        ["extend.client.throttle.refusals"] = ("ThrottleRefused", null),
        ["extend.client.guard.closed"] = ("GuardClosed", null),
    };

    private readonly MeterListener _listener = new();
    private readonly Lock _gate = new();
    private Dictionary<string, long> _counts = new(StringComparer.Ordinal);

    /// <summary>Listens from now on.</summary>
    public CallMetrics()
    {
        _listener.InstrumentPublished = static (instrument, listener) =>
        {
            if (instrument.Meter.Name == ExtendAccounts.MeterName && Names.ContainsKey(instrument.Name))
            {
                listener.EnableMeasurementEvents(instrument);
            }
        };
        _listener.SetMeasurementEventCallback<double>((instrument, _, tags, _) => Count(instrument.Name, 1, tags));
        _listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Count(instrument.Name, value, tags));
        _listener.SetMeasurementEventCallback<int>((instrument, value, tags, _) => Count(instrument.Name, value, tags));
        _listener.Start();
    }

    /// <summary>What was counted since the last time; only what is not zero.</summary>
    public IReadOnlyDictionary<string, long> Take()
    {
        _listener.RecordObservableInstruments();
        lock (_gate)
        {
            var counts = _counts;
            _counts = new(StringComparer.Ordinal);
            return counts;
        }
    }

    public void Dispose() => _listener.Dispose();

    private void Count(string instrument, long value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        var (count, failed) = Names[instrument];
        var hasFailed = false;
        foreach (var tag in tags)
        {
            hasFailed |= tag.Key == "error.type";
        }

        lock (_gate)
        {
            Add(count, value);
            if (failed is not null && hasFailed)
            {
                Add(failed, value);
            }
        }
    }

    private void Add(string name, long value)
    {
        if (value != 0)
        {
            _counts[name] = _counts.GetValueOrDefault(name) + value;
        }
    }
}
