namespace Vts.Bench.Replay.Targets;

/// <summary>Reads who is to be asked: <c>https://…</c>, or <c>lambda:vts-prod:next</c> for a deployment's functions by an alias or version.</summary>
internal static class Target
{
    public static ITarget Parse(string text, string? token, TimeSpan patience)
    {
        if (text.Split(':') is ["lambda", { Length: > 0 } deployment, { Length: > 0 } qualifier])
        {
            return new LambdaTarget(deployment, qualifier, token, patience);
        }

        return Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme is "http" or "https" && address.UserInfo.Length == 0 && address.Query.Length == 0
            ? new HttpTarget(address, token, patience)
            : throw new ReplayException("An address is http://…, https://…, or lambda:DEPLOYMENT:ALIAS, for example lambda:vts-prod:next.");
    }
}
