using System.Net;
using Microsoft.Extensions.Options;
using Vts.Startup;

namespace Vts.Server.Hosting;

/// <summary>Checks that each entry is an address or a network.</summary>
internal sealed class ProxyOptionsValidator(IConfiguration configuration) : IValidateOptions<ProxyOptions>
{
    public ValidateOptionsResult Validate(string? name, ProxyOptions options)
    {
        string[] faults =
        [
            .. SettingShape.OwnValue(configuration.GetSection(ProxyOptions.Section), "0"),
            .. options.Known.Select((proxy, index) => (proxy, index))
                .Where(entry => !IPAddress.TryParse(entry.proxy, out _) && !IPNetwork.TryParse(entry.proxy, out _))
                .Select(entry => $"{ProxyOptions.Section}:{entry.index} must be an address such as 10.1.2.3, or a network such as 10.0.0.0/8"),
        ];
        return faults.Length > 0 ? ValidateOptionsResult.Fail(faults) : ValidateOptionsResult.Success;
    }
}
