using System.Globalization;

namespace Vts.Bench.Soak;

/// <summary>What the command line asks for.</summary>
internal sealed record SoakOptions
{
    public const string Help = """
        Usage: vts-soak [options]

        Loads a published VTS server while Extend, DynamoDB and the server's own process fail at random, and checks every answer against
        what the simulator of Extend held. Ends with 0 if nothing was wrong or lost and memory, sockets and threads stayed flat, else with 1.

          --minutes N        how long the load lasts; default 30
          --rate N           requests a second; default 70 % of the maximum, which is measured first
          --seed N           of the requests, the changes and the faults; default: one at random, which is printed
          --server FILE      the server; default artifacts/bench/vts-server/vts-server
          --simulator FILE   the simulator of Extend; default artifacts/bench/extend-simulator/extend-simulator
          --output FILE      the report; default bench/results/soak.md
          --no-faults        no fault, kill or restart
          --alter            expects amounts that are wrong by one: every transaction must then be reported as wrong
          --help             this text
        """;

    public double Minutes { get; private init; } = 30;

    public double? Rate { get; private init; }

    public int Seed { get; private init; }

    public string Server { get; private init; } = "artifacts/bench/vts-server/vts-server";

    public string Simulator { get; private init; } = "artifacts/bench/extend-simulator/extend-simulator";

    public string Output { get; private init; } = "bench/results/soak.md";

    public bool HasFaults { get; private init; } = true;

    /// <summary>Whether the expectation is wrong on purpose, to see that it is told.</summary>
    public bool IsAltered { get; private init; }

    public TimeSpan Duration => TimeSpan.FromMinutes(Minutes);

    /// <exception cref="BenchException">An argument is unknown, or its value cannot be taken.</exception>
    public static SoakOptions Read(IReadOnlyList<string> arguments, int seed)
    {
        var options = new SoakOptions { Seed = seed };
        for (var i = 0; i < arguments.Count; i++)
        {
            options = arguments[i] switch
            {
                "--minutes" => options with { Minutes = Number(0.2, 24 * 60) },
                "--rate" => options with { Rate = Number(1, 100_000) },
                "--seed" => options with { Seed = (int)Number(0, int.MaxValue) },
                "--server" => options with { Server = Value() },
                "--simulator" => options with { Simulator = Value() },
                "--output" => options with { Output = Value() },
                "--no-faults" => options with { HasFaults = false },
                "--alter" => options with { IsAltered = true },
                var unknown => throw new BenchException($"unknown argument '{unknown}'; see --help"),
            };

            string Value() => ++i < arguments.Count ? arguments[i] : throw new BenchException($"{arguments[i - 1]} wants a value; see --help");

            double Number(double least, double most)
            {
                var name = arguments[i];
                return double.TryParse(Value(), CultureInfo.InvariantCulture, out var number) && number >= least && number <= most
                    ? number
                    : throw new BenchException($"{name} wants a number from {least} to {most}");
            }
        }

        return options;
    }
}
