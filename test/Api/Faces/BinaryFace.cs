using System.Diagnostics;
using Vts.Testing;

namespace Vts.Api.Tests.Faces;

/// <summary>A published server as a process of its own.</summary>
internal sealed class BinaryFace : IFace
{
    public async Task<IService> StartAsync(IReadOnlyDictionary<string, string> settings)
    {
        var process = new ServerProcess(
            ["--urls", "http://127.0.0.1:0"],
            settings.ToDictionary(setting => setting.Key.Replace(":", "__", StringComparison.Ordinal), setting => setting.Value));
        return new Service(process, await process.AddressAsync());
    }

    private sealed class Service(ServerProcess process, Uri address) : IService
    {
        public Uri Address => address;

        public string Log => process.Output + process.Errors;

        public long Memory
        {
            get
            {
                using var server = Process.GetProcessById(process.Id);
                return server.WorkingSet64;
            }
        }

        public ValueTask DisposeAsync() => process.DisposeAsync();
    }
}
