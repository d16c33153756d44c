using System.Diagnostics;

namespace Extend.Connections;

/// <summary>One activity for each call to Extend, under the source <see cref="ExtendAccounts.ActivitySourceName"/>. Never an address or a body.</summary>
internal static class ExtendActivities
{
    private static readonly ActivitySource Source = new(ExtendAccounts.ActivitySourceName);

    /// <summary>Begins a call; null where nobody listens.</summary>
    public static Activity? Start(string operation) =>
        Source.StartActivity($"extend {operation}", ActivityKind.Client)?.SetTag("extend.operation", operation);

    /// <summary>Says how the call ended.</summary>
    public static void End(Activity? activity, int? status, ExtendFault? fault)
    {
        activity?.SetTag("http.response.status_code", status);
        if (CallError.TypeOf(status, fault) is { } error)
        {
            activity?.SetTag("error.type", error).SetStatus(ActivityStatusCode.Error);
        }
    }
}
