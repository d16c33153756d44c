using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Extend.Throttle;

/// <summary>What one account's throttle measures, under the meter <see cref="ExtendAccounts.MeterName"/>.</summary>
internal sealed class ThrottleMetrics
{
    private readonly KeyValuePair<string, object?> _account;
    private readonly UpDownCounter<int> _waiting;
    private readonly UpDownCounter<int> _underWay;
    private readonly Histogram<double> _waitDuration;
    private readonly Counter<long> _refusals;
    private readonly Counter<long> _closings;
    private readonly Gauge<int> _gate;
    private readonly Counter<long> _retries;

    public ThrottleMetrics(string account, IMeterFactory meters)
    {
        var meter = meters.Create(ExtendAccounts.MeterName);
        _account = new("extend.account", account);
        _waiting = meter.CreateUpDownCounter<int>("extend.client.throttle.waiting", "{read}", "Reads that wait for a place.");
        _underWay = meter.CreateUpDownCounter<int>("extend.client.throttle.under_way", "{read}", "Reads that have a place.");
        _waitDuration = meter.CreateHistogram<double>("extend.client.throttle.wait.duration", "s", "How long reads waited for their place.");
        _refusals = meter.CreateCounter<long>("extend.client.throttle.refusals", "{read}", "Reads refused without asking Extend, by reason.");
        _closings = meter.CreateCounter<long>("extend.client.throttle.closings", "{closing}", "How often the gate closed, by fault.");
        _gate = meter.CreateGauge<int>("extend.client.throttle.gate", description: "The gate: 0 open, 1 closed for a while, 2 closed by an outage.");
        _retries = meter.CreateCounter<long>("extend.client.retries", "{read}", "Reads tried again, and those for which the budget had none left.");
    }

    public void Waiting(int change) => _waiting.Add(change, _account);

    public void Began(TimeSpan waited)
    {
        _underWay.Add(1, _account);
        _waitDuration.Record(waited.TotalSeconds, _account);
    }

    public void Ended() => _underWay.Add(-1, _account);

    public void Refused(string reason) => _refusals.Add(1, _account, new("extend.refusal.reason", reason));

    public void GateClosed(ExtendFault fault, bool isOutage)
    {
        _closings.Add(1, _account, new("error.type", fault.ToString()));
        _gate.Record(isOutage ? 2 : 1, _account);
    }

    public void GateOpened() => _gate.Record(0, _account);

    public void Retried(bool isGranted) => _retries.Add(1, new TagList { _account, { "extend.retry.granted", isGranted } });
}
