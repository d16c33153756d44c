namespace Extend.Simulator;

/// <summary>Reads the addresses to listen on.</summary>
internal static class ListenAddresses
{
    public static IEnumerable<string> Read(string urls)
    {
        var addresses = urls.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (addresses is [])
        {
            throw new SimulatorOptionsException("There is no address to listen on.");
        }

        foreach (var address in addresses)
        {
            BindingAddress parsed;
            try
            {
                parsed = BindingAddress.Parse(address);
            }
            catch (FormatException fault)
            {
                throw new SimulatorOptionsException($"'{address}' is not an address such as http://localhost:5081.", fault);
            }

            if (!parsed.Scheme.Equals("http", StringComparison.OrdinalIgnoreCase))
            {
                throw new SimulatorOptionsException($"'{address}' is not an http address; the simulator speaks nothing else.");
            }

            // Kestrel takes a free port on one address, not on the two that localhost stands for.
            yield return parsed is { Host: "localhost", Port: 0 } ? "http://127.0.0.1:0" : address;
        }
    }
}
