using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Extend.Connections;

/// <summary>What this client measures, under the meter <see cref="ExtendAccounts.MeterName"/>.</summary>
internal sealed class ExtendMetrics
{
    private readonly Histogram<double> _callDuration;
    private readonly Histogram<double> _sessionWait;
    private readonly Counter<long> _signIns;
    private readonly Counter<long> _renewals;
    private readonly ConcurrentDictionary<string, ExtendFault?> _guards = new(StringComparer.Ordinal);

    public ExtendMetrics(IMeterFactory meters)
    {
        var meter = meters.Create(ExtendAccounts.MeterName);
        _callDuration = meter.CreateHistogram<double>(
            "extend.client.call.duration", "s", "How long calls to Extend took, by operation and outcome.");
        _sessionWait = meter.CreateHistogram<double>("extend.client.session.wait.duration", "s", "How long requests waited for a session.");
        _signIns = meter.CreateCounter<long>("extend.client.sign_ins", "{sign_in}", "Sign-ins with a password, by outcome.");
        _renewals = meter.CreateCounter<long>("extend.client.renewals", "{renewal}", "Renewals by refresh token, by outcome.");
        meter.CreateObservableGauge(
            "extend.client.guard.closed",
            () => _guards.Select(guard => new Measurement<int>(guard.Value is null ? 0 : 1, Tags(guard.Key, guard.Value))),
            "{account}",
            "1 where sign-in is closed until an operator opens it.");
    }

    public void SessionWaited(string account, TimeSpan took) => _sessionWait.Record(took.TotalSeconds, Tags(account, fault: null));

    public void SignedIn(string account, ExtendFault? fault) => _signIns.Add(1, Tags(account, fault));

    public void SessionRenewed(string account, bool renewed) => _renewals.Add(1, Tags(account, renewed ? null : ExtendFault.CredentialRefused));

    public void GuardIs(string account, ExtendFault? closedBy) => _guards[account] = closedBy;

    public void CallEnded(string operation, TimeSpan took, int? status, ExtendFault? fault)
    {
        if (!_callDuration.Enabled)
        {
            return;
        }

        var tags = new TagList { { "extend.operation", operation } };
        if (status is { } code)
        {
            tags.Add("http.response.status_code", code);
        }

        if (CallError.TypeOf(status, fault) is { } error)
        {
            tags.Add("error.type", error);
        }

        _callDuration.Record(took.TotalSeconds, tags);
    }

    private static TagList Tags(string account, ExtendFault? fault)
    {
        var tags = new TagList { { "extend.account", account } };
        if (fault is { } kind)
        {
            tags.Add("error.type", kind.ToString());
        }

        return tags;
    }
}
