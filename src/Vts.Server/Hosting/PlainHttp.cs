namespace Vts.Server.Hosting;

/// <summary>Warns where tokens could be read on their way: an address that other machines reach, without TLS and without a proxy that has it.</summary>
internal static partial class PlainHttp
{
    public static void Warn(WebApplication app)
    {
        if (app.Configuration.GetSection(ProxyOptions.Section).GetChildren().Any())
        {
            return;
        }

        foreach (var url in app.Urls.Where(IsOpen))
        {
            LogOpen(app.Logger, url);
        }
    }

    private static bool IsOpen(string url) => Uri.TryCreate(url, UriKind.Absolute, out var address) && address is { Scheme: "http", IsLoopback: false };

    [LoggerMessage(1, LogLevel.Warning, "{Url} is without TLS: tokens can be read on their way. Give the server a certificate (docs/hardening.md), or put a proxy before it and name it in Proxies.")]
    private static partial void LogOpen(ILogger log, string url);
}
