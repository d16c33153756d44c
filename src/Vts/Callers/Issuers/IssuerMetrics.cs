using System.Diagnostics.Metrics;
using Vts.Freshness;

namespace Vts.Callers.Issuers;

/// <summary>What calls to issuers measure.</summary>
internal sealed class IssuerMetrics
{
    private readonly Histogram<double> _fetches;

    public IssuerMetrics(IMeterFactory meters) => _fetches = meters.Create(FreshnessMetrics.MeterName).CreateHistogram<double>(
        "vts.issuer.fetch.duration", "s", "How long fetches of issuers' keys took, by issuer, and by error.type where they failed.");

    public void Fetched(string issuer, TimeSpan took, string? error)
    {
        KeyValuePair<string, object?> name = new("vts.issuer", issuer);
        if (error is null)
        {
            _fetches.Record(took.TotalSeconds, name);
        }
        else
        {
            _fetches.Record(took.TotalSeconds, name, new("error.type", error));
        }
    }
}
