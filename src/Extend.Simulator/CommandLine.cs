using System.Globalization;

namespace Extend.Simulator;

/// <summary>What the command line asks for: a start, or a message to show instead.</summary>
internal sealed record CommandLine(SimulatorOptions Options, string? Message = null, bool IsFault = false)
{
    private const int UsualRateLimit = 500;

    private const string Help = """
        A simulator of Extend's HTTP API.

        extend-simulator [--urls ADDRESSES] [--certificate FILE] [--seed N] [--rate-limit N] [--switch NAME=VALUE]... [--quiet]

          --urls ADDRESSES     where to listen, joined by semicolons; default http://localhost:5081
          --certificate FILE   PEM with a certificate and its key, for https addresses
          --seed N             changes the generated data; default 0
          --rate-limit N       requests a minute for each company, 0 for no limit; default 500
          --switch NAME=VALUE  any switch that GET /sim/switches shows
          --quiet              no line for each request
          --help, --version
        """;

    public static CommandLine Read(IReadOnlyList<string> arguments)
    {
        var (urls, seed, rateLimit, quiet) = (new SimulatorOptions().Urls, 0, UsualRateLimit, false);
        string? certificate = null;
        var switches = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var i = 0; i < arguments.Count; i++)
        {
            var parts = arguments[i].Split('=', 2);
            switch (parts[0])
            {
                case "--help" or "-h":
                    return new(new SimulatorOptions(), Help);
                case "--version":
                    return new(new SimulatorOptions(), typeof(CommandLine).Assembly.GetName().Version!.ToString(3));
                case "--quiet":
                    quiet = true;
                    continue;
            }

            if (parts[0] is not ("--urls" or "--certificate" or "--seed" or "--rate-limit" or "--switch"))
            {
                return Fault($"'{arguments[i]}' is not an option; --help lists them.");
            }

            var value = parts.Length == 2 ? parts[1] : ++i < arguments.Count ? arguments[i] : null;
            switch (parts[0], value)
            {
                case (_, null):
                    return Fault($"{parts[0]} needs a value.");
                case ("--urls", _):
                    urls = value;
                    break;
                case ("--certificate", _):
                    certificate = value;
                    break;
                case ("--switch", _) when value.Split('=', 2) is [var name, var setting]:
                    switches[name] = setting;
                    break;
                case ("--seed", _) when int.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out seed):
                    break;
                case ("--rate-limit", _) when int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out rateLimit):
                    break;
                default:
                    return Fault($"{parts[0]} does not take '{value}'.");
            }
        }

        return new(new SimulatorOptions
        {
            Urls = urls,
            Certificate = certificate,
            Seed = seed,
            RateLimitPerMinute = rateLimit,
            LogRequests = !quiet,
            Switches = switches,
        });
    }

    private static CommandLine Fault(string message) => new(new SimulatorOptions(), message, IsFault: true);
}
