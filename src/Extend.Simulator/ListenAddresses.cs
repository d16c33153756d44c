namespace Extend.Simulator;

/// <summary>Reads the addresses to listen on.</summary>
internal static class ListenAddresses
{
    public static IEnumerable<string> Read(string urls, bool canEncrypt)
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

            var scheme = parsed.Scheme.ToUpperInvariant();
            if (scheme is not ("HTTP" or "HTTPS"))
            {
                throw new SimulatorOptionsException($"'{address}' is not an http address; the simulator speaks nothing else.");
            }

            if (scheme is "HTTPS" && !canEncrypt)
            {
                throw new SimulatorOptionsException($"The address '{address}' needs a certificate.");
            }

            // Kestrel takes a free port on one address, not on the two that localhost stands for.
            yield return parsed is { Host: "localhost", Port: 0 } ? $"{parsed.Scheme}://127.0.0.1:0" : address;
        }
    }
}
