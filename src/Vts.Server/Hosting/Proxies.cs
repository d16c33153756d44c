using System.Net;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.Extensions.Options;

namespace Vts.Server.Hosting;

/// <summary>Takes the caller's address and scheme from <c>X-Forwarded-For</c> and <c>X-Forwarded-Proto</c>, as far as configured proxies say them.</summary>
internal static class Proxies
{
    public static void AddProxies(this WebApplicationBuilder builder)
    {
        var section = builder.Configuration.GetSection(ProxyOptions.Section);
        builder.Services.AddOptions<ProxyOptions>().Configure(options =>
        {
            foreach (var proxy in section.GetChildren())
            {
                options.Known.Add(proxy.Value ?? "");
            }
        }).ValidateOnStart();
        builder.Services.AddSingleton<IValidateOptions<ProxyOptions>, ProxyOptionsValidator>();

        // The framework's own switch would believe everybody.
        builder.Configuration["ForwardedHeaders_Enabled"] = "false";
    }

    public static void UseProxies(this WebApplication app)
    {
        var known = app.Services.GetRequiredService<IOptions<ProxyOptions>>().Value.Known;
        if (known.Count > 0)
        {
            app.UseForwardedHeaders(Trusting(known));
        }
    }

    private static ForwardedHeadersOptions Trusting(IEnumerable<string> known)
    {
        // However many stand in a row: the walk ends at the first that is not one of them.
        var options = new ForwardedHeadersOptions { ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto, ForwardLimit = null };
        options.KnownProxies.Clear();
        options.KnownIPNetworks.Clear();
        foreach (var proxy in known)
        {
            if (IPAddress.TryParse(proxy, out var address))
            {
                options.KnownProxies.Add(address);
            }
            else
            {
                options.KnownIPNetworks.Add(System.Net.IPNetwork.Parse(proxy));
            }
        }

        return options;
    }
}
