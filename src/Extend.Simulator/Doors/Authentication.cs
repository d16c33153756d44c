using System.Text;
using Extend.Simulator.Http;

namespace Extend.Simulator.Doors;

/// <summary>Finds who asks, or no one. The scheme chooses the door.</summary>
internal static class Authentication
{
    public static Caller? Identify(Call call)
    {
        var headers = call.Request.Headers.Authorization;
        if (headers.Count != 1 || headers[0]?.Split(' ', 2, StringSplitOptions.TrimEntries) is not [var scheme, var credential])
        {
            return null;
        }

        // A published client sends "Bearer:" and shows successful output, so the colon does no harm.
        return scheme.TrimEnd(':').ToUpperInvariant() switch
        {
            "BASIC" => ByKey(call, credential),
            "BEARER" => ByToken(call, credential),
            _ => null,
        };
    }

    private static Caller? ByKey(Call call, string credential)
    {
        var bytes = new byte[credential.Length];
        if (!Convert.TryFromBase64String(credential, bytes, out var length))
        {
            return null;
        }

        var text = Encoding.UTF8.GetString(bytes, 0, length);
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        var repeated = call.Request.Headers["x-extend-api-key"];
        return colon > 0
            && repeated is [{ } key]
            && Secret.Equals(key, text[..colon])
            && call.Simulation.Tenants.ByApiKey(key) is { } tenant
            && Secret.Equals(tenant.Options.ApiSecret, text[(colon + 1)..])
            ? new Caller(tenant, Door.Current)
            : null;
    }

    private static Caller? ByToken(Call call, string credential) =>
        call.Simulation.Sessions.Verify(credential, call.Switches) is { } userId && call.Simulation.Tenants.ByUser(userId) is { } tenant
            ? new Caller(tenant, Door.Older)
            : null;
}
