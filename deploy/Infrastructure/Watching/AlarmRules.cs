using Amazon.CDK.AWS.CloudWatch;
using Vts.Infrastructure.Functions;

namespace Vts.Infrastructure.Watching;

/// <summary>When each alarm rings.</summary>
internal static class AlarmRules
{
    /// <summary>The alarms of the whole service.</summary>
    public static IEnumerable<AlarmRule> All(ServiceMetrics metrics) =>
        [Gateway5xx(metrics), Latency(metrics), Throttles(metrics), .. Extend(metrics), KeepSessions(metrics), .. Table(metrics)];

    /// <summary>A function's failures: those that Lambda sees (it crashed, or ran out of time), and answers of 500 and above.</summary>
    public static AlarmRule FunctionErrors(ServiceMetrics metrics, string function) => new(
        "function-errors", $"{function} failed, or answered 500 and above, for more than 5 % of its calls.",
        ServiceMetrics.Expression(
            "IF(FILL(failed, 0) + FILL(faulty, 0) >= 2, 100 * (FILL(failed, 0) + FILL(faulty, 0)) / FILL(calls, 1), 0)", "% of calls", 1,
            ("calls", metrics.Function(function, "Invocations", "Sum", 1)),
            ("failed", metrics.Function(function, "Errors", "Sum", 1)),
            ("faulty", metrics.ServiceOf(function, "Errors", minutes: 1))),
        5)
    {
        Function = function,
        Periods = 5,
        Bad = 2,
    };

    private static AlarmRule Gateway5xx(ServiceMetrics metrics) => new(
        "gateway-5xx", "More than 2 % of the requests were answered with 500 and above.",
        ServiceMetrics.Expression(
            "IF(FILL(faulty, 0) >= 3, 100 * faulty / requests, 0)", "% of requests", 5,
            ("requests", metrics.Gateway("Count", "Sum")), ("faulty", metrics.Gateway("5XXError", "Sum"))),
        2)
    {
        Periods = 3,
        Bad = 2,
    };

    private static AlarmRule Latency(ServiceMetrics metrics) => new(
        "latency", "One request in a hundred took longer than 8 seconds.", metrics.Gateway("Latency", "p99"), 8_000) { Periods = 3, Bad = 3 };

    private static AlarmRule Throttles(ServiceMetrics metrics) => new(
        "function-throttles", "Lambda refused to start functions: the account's limit of concurrent functions was reached.",
        ServiceMetrics.Sum(
            "Refused starts", 5,
            [.. FunctionNames.All.Select((name, index) => ($"throttles{index}", (IMetric)metrics.Function(name, "Throttles", "Sum")))]),
        0);

    private static IEnumerable<AlarmRule> Extend(ServiceMetrics metrics) =>
    [
        new("extend-errors", "More than 10 % of the calls to Extend failed.",
            ServiceMetrics.Expression(
                "IF(FILL(failed, 0) >= 5, 100 * failed / calls, 0)", "% of calls", 5,
                ("calls", metrics.Service("ExtendCalls")), ("failed", metrics.Service("ExtendErrors"))),
            10) { Periods = 3, Bad = 2 },
        new("sign-ins-refused", "Extend refused a sign-in. It is not tried again.", metrics.Service("SignInsRefused"), 0),
        new("guard-closed", "Sign-in to an account is closed until an operator opens it.", metrics.Service("GuardClosed"), 0),
    ];

    private static AlarmRule KeepSessions(ServiceMetrics metrics) => new(
        "keep-sessions", "No run of KeepSessions has succeeded for ten minutes: sessions run out while requests wait for new ones.",
        ServiceMetrics.Expression(
            "IF(FILL(runs, 0) - FILL(failed, 0) > 0, 0, 1)", "No run succeeded", 5,
            ("runs", metrics.Function(FunctionNames.KeepSessions, "Invocations", "Sum")),
            ("failed", metrics.Function(FunctionNames.KeepSessions, "Errors", "Sum"))),
        0)
    {
        Periods = 2,
        Bad = 2,
        SilenceIsBad = true,
    };

    private static IEnumerable<AlarmRule> Table(ServiceMetrics metrics) =>
    [
        new("table-throttles", "DynamoDB refused reads or writes of the table because there were too many.",
            ServiceMetrics.Sum("Refused", 5, ("reads", metrics.Table("ReadThrottleEvents")), ("writes", metrics.Table("WriteThrottleEvents"))), 0),
        new("table-errors", "DynamoDB failed to read or write the table.",
            ServiceMetrics.Sum(
                "Failed", 5,
                [
                    .. ServiceMetrics.TableOperations.Select((name, index) =>
                        ($"errors{index}", (IMetric)metrics.TableOperation(name, "SystemErrors"))),
                ]),
            0) { Periods = 2, Bad = 2 },
    ];
}
