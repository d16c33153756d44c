using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Extend.Connections;

/// <summary>What this client measures, under the meter <see cref="ExtendAccounts.MeterName"/>.</summary>
internal sealed class ExtendMetrics
{
    private readonly Histogram<double> _callDuration;

    public ExtendMetrics(IMeterFactory meters)
    {
        var meter = meters.Create(ExtendAccounts.MeterName);
        _callDuration = meter.CreateHistogram<double>(
            "extend.client.call.duration", "s", "How long calls to Extend took, by operation and outcome.");
    }

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

        if (fault is { } kind)
        {
            tags.Add("error.type", kind.ToString());
        }
        else if (status >= 400)
        {
            tags.Add("error.type", status.Value.ToString(System.Globalization.CultureInfo.InvariantCulture));
        }

        _callDuration.Record(took.TotalSeconds, tags);
    }
}
