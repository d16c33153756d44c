using System.Text;
using Extend;
using Extend.Accounts;

namespace Vts.Server.Hosting;

/// <summary>Says at the start what is served where, for which accounts, and how to try it. Never a secret.</summary>
internal static partial class Banner
{
    /// <summary>Writes to standard output; as one log event where logs are JSON, so that every line stays JSON.</summary>
    public static void Write(WebApplication app, Uri? simulator)
    {
        var address = app.Urls.First();
        var text = Text(app, address, simulator);
        if (app.Configuration["Logging:Console:FormatterName"] == "json")
        {
            LogStarted(app.Logger, text);
        }
        else
        {
            Console.Out.Write(text);
        }
    }

    private static string Text(WebApplication app, string address, Uri? simulator)
    {
        var text = new StringBuilder();
        text.AppendLine($"VTS {Version} listens on {string.Join(", ", app.Urls)}");
        foreach (var client in app.Services.GetRequiredService<ExtendAccounts>().Clients)
        {
            text.AppendLine($"  account {client.Account}: {(simulator is null ? "Extend" : "simulator of Extend")} at {client.Address}, {Describe(client.Door)}");
        }

        text.AppendLine($"  docs: {address}/docs   contract: {address}/swagger.yaml   health: {address}/health/ready");
        text.AppendLine(simulator is null
            ? $"""Try: curl -H "token: $TOKEN" {address}/cards/active"""
            : $"Try: curl -H 'token: demo' {address}/cards/active");
        return text.ToString();
    }

    private static string Version => typeof(Banner).Assembly.GetName().Version!.ToString(3);

    private static string Describe(Door door) => door is Door.Older ? "signed in by password" : "by API key or token";

    [LoggerMessage(1, LogLevel.Information, "{Banner}")]
    private static partial void LogStarted(ILogger log, string banner);
}
