using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Vts.Server.Hosting;

namespace Vts.Api.Tests.Faces;

/// <summary>The server inside the test's own process, on real sockets.</summary>
internal sealed class InProcessFace : IFace
{
    public async Task<IService> StartAsync(IReadOnlyDictionary<string, string> settings)
    {
        var log = new LogText();
        var clock = new MovedClock();
        var server = await VtsServer.StartAsync(
            [.. settings.Select(setting => $"--{setting.Key}={setting.Value}"), "--urls=http://127.0.0.1:0", "--Logging:Console:LogLevel:Default=None"],
            builder => builder.Services.AddSingleton<ILoggerProvider>(log).AddSingleton<TimeProvider>(clock),
            CancellationToken.None);
        return new Service(server, log, clock);
    }

    private sealed class Service(VtsServer server, LogText log, MovedClock clock) : IService
    {
        public Uri Address { get; } = new(server.App.Urls.First());

        public string Log => log.Text;

        public bool Pass(TimeSpan time)
        {
            clock.Pass(time);
            return true;
        }

        public long Memory => GC.GetTotalMemory(forceFullCollection: true);

        public ValueTask DisposeAsync() => server.DisposeAsync();
    }
}
