using Amazon.CDK.AWS.CloudWatch;
using Constructs;
using Vts.Infrastructure.Configuration;
using Vts.Infrastructure.Functions;
using Vts.Infrastructure.Gateway;

namespace Vts.Infrastructure.Watching;

/// <summary>The stage on one page: what callers meet, what the functions do, what Extend is asked.</summary>
internal sealed class ServiceDashboard : Construct
{
    private static readonly string[] Quantiles = ["p50", "p90", "p99"];

    public ServiceDashboard(Construct scope, Settings settings, ServiceMetrics metrics)
        : base(scope, "Dashboard")
    {
        _ = new Dashboard(this, "Page", new DashboardProps
        {
            DashboardName = settings.Name,
            Widgets =
            [
                [
                    Graph("Requests", metrics.Gateway("Count", "Sum", label: "requests"), metrics.Gateway("4XXError", "Sum", label: "400 to 499")),
                    Graph("Errors", [metrics.Gateway("5XXError", "Sum", label: "gateway"), .. Each(metrics, "Errors", "Sum")]),
                    Graph("Latency, ms", [.. Quantiles.Select(statistic => metrics.Gateway("Latency", statistic, label: statistic))]),
                ],
                [
                    Graph("Invocations", Each(metrics, "Invocations", "Sum")),
                    Graph("Duration p90, ms", Each(metrics, "Duration", "p90")),
                    Graph("Cold starts", metrics.Service("ColdStart", label: "cold starts")),
                ],
                [
                    Graph("Calls to Extend", metrics.Service("ExtendCalls", label: "calls"), metrics.Service("ExtendErrors", label: "failed")),
                    Graph(
                        "Sign-ins", metrics.Service("SignIns", label: "sign-ins"), metrics.Service("SignInsRefused", label: "refused"),
                        metrics.Service("SessionRenewals", label: "renewals")),
                    Graph(
                        "Throttle and guard", metrics.Service("ThrottleRefused", label: "refused by the throttle"),
                        metrics.Service("GuardClosed", label: "guard closed")),
                ],
                [ByCaller(settings)],
            ],
        });
    }

    private static GraphWidget Graph(string title, params IMetric[] metrics) =>
        new(new GraphWidgetProps { Title = title, Left = metrics, Width = 8, Height = 6 });

    private static IMetric[] Each(ServiceMetrics metrics, string name, string statistic) =>
        [.. FunctionNames.All.Select(function => metrics.Function(function, name, statistic, label: function))];

    // From the log, not from metrics: a metric for each caller would cost more than the service.
    private static LogQueryWidget ByCaller(Settings settings) => new(new LogQueryWidgetProps
    {
        Title = "By caller",
        LogGroupNames = [.. Route.All.Select(route => $"/aws/lambda/{settings.Name}-{route.Function}")],
        View = LogQueryVisualizationType.TABLE,
        QueryLines =
        [
            "filter ispresent(caller)",
            "stats count(*) as requests, sum(status >= 500) as errors, pct(Duration, 90) as p90 by caller, operation",
            "sort requests desc",
        ],
        Width = 24,
        Height = 6,
    });
}
