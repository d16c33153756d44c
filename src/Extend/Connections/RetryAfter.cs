using System.Net.Http.Headers;

namespace Extend.Connections;

/// <summary>The <c>Retry-After</c> header in either of its forms: seconds, or a date.</summary>
internal static class RetryAfter
{
    public static TimeSpan? Read(HttpResponseHeaders headers, DateTimeOffset now) => headers.RetryAfter switch
    {
        { Delta: { } wait } => wait,
        { Date: { } date } when date > now => date - now,
        { Date: not null } => TimeSpan.Zero,
        _ => null,
    };
}
