using Extend.Simulator.Doors;

namespace Extend.Simulator.Http;

/// <summary>What is remembered of a request. No header, body or credential is.</summary>
internal sealed record RequestRecord(
    DateTimeOffset At, string Method, string Path, string Query, string Door, string? Tenant, int Status)
{
    public static RequestRecord Of(DateTimeOffset at, HttpRequest request, Caller? caller, int status) => new(
        at,
        request.Method,
        request.Path.Value ?? "/",
        request.QueryString.Value ?? "",
        caller?.Door switch { Doors.Door.Current => "current", Doors.Door.Older => "older", _ => "none" },
        caller?.Tenant.Name,
        status);
}
