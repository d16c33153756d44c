using System.Text;

namespace Vts.Server.Hosting;

/// <summary>What the server sets where the operator has not.</summary>
internal static class ServerDefaults
{
    private const int KestrelLimit = 64 * 1024;
    private static readonly TimeSpan HeadersTimeout = TimeSpan.FromSeconds(10);

    private static readonly UTF8Encoding Lenient = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: false);

    private static readonly string[] AddressKeys = ["urls", "http_ports", "https_ports"];

    /// <summary>The configuration as the server itself would see it, for a command that does not serve.</summary>
    public static IConfiguration Configuration(string[] settings) => new ConfigurationBuilder()
        .AddJsonFile(Path.Combine(AppContext.BaseDirectory, "appsettings.json"), optional: true, reloadOnChange: false)
        .AddEnvironmentVariables()
        .AddCommandLine(settings)
        .Build();

    /// <summary>Applies addresses, log form and Kestrel's limits.</summary>
    public static void Apply(WebApplicationBuilder builder, string defaultUrl)
    {
        var settings = builder.Configuration;
        if (AddressKeys.All(key => string.IsNullOrEmpty(settings[key])) && !settings.GetSection("Kestrel:Endpoints").Exists())
        {
            builder.WebHost.UseUrls(defaultUrl);
        }

        // The slim builder has chosen the plain console already, whatever the setting says.
        _ = settings["Logging:Console:FormatterName"] == "json"
            ? builder.Logging.AddJsonConsole()
            : builder.Logging.AddSimpleConsole(console => console.SingleLine = true);

        // The slim builder leaves TLS out; addresses and certificates are configuration's (Kestrel:Certificates, Kestrel:Endpoints).
        builder.WebHost.UseKestrelHttpsConfiguration();

        // A connection that waits holds a buffer of 4 KB, and each request is read in one call and not in two.
        builder.WebHost.UseSockets(static sockets => sockets.WaitForDataBeforeAllocatingBuffer = false);
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;

            // Bytes that are no text make a token that nobody has, and not a request that gets no problem for an answer.
            kestrel.RequestHeaderEncodingSelector = static name => HoldsCredential(name) ? Lenient : null;

            // Above our own limits, so that what is a little too long gets an answer that says so.
            kestrel.Limits.MaxRequestLineSize = KestrelLimit;
            kestrel.Limits.MaxRequestHeadersTotalSize = KestrelLimit;
            kestrel.Limits.MaxRequestHeaderCount = 2000;
            kestrel.Limits.MaxRequestBodySize = KestrelLimit;
            kestrel.Limits.RequestHeadersTimeout = HeadersTimeout;
        });
    }

    private static bool HoldsCredential(string header) =>
        header.Equals("token", StringComparison.OrdinalIgnoreCase) || header.Equals("Authorization", StringComparison.OrdinalIgnoreCase);
}
