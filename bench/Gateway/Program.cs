// The published functions behind the local gateway, as bench/run.sh measures them: they ask a simulator that runs already, know one token,
// and no limit is reached.
// vts-bench-gateway --urls=http://127.0.0.1:5092 --Extend=ADDRESS --Tenant=demo
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Configuration;
using Vts.LocalGateway;

const string Token = "demo";
var settings = new ConfigurationBuilder().AddCommandLine(args).Build();
var tenant = settings["Tenant"];
var stop = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);

try
{
    await using var gateway = await LocalGatewayServer.StartAsync(new LocalGatewayOptions
    {
        Urls = settings["urls"] ?? throw new LocalGatewayException("Name the address: --urls=http://127.0.0.1:5092"),
        EnforcesThrottle = false,
        Parameters = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["Extend:BaseUrl"] = settings["Extend"] ?? throw new LocalGatewayException("Name the simulator of Extend: --Extend=ADDRESS"),
            [$"Extend:Accounts:{tenant}:ApiKey"] = $"apik_{tenant}",
            [$"Extend:Accounts:{tenant}:ApiSecret"] = tenant ?? throw new LocalGatewayException("Name the company: --Tenant=demo"),
            ["Callers:0:Name"] = "bench",
            ["Callers:0:TokenSha256"] = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Token))),
            ["Limits:RequestsPerSecond"] = "100000",
            ["Limits:Burst"] = "1000000",
            ["Sessions:EncryptionKey"] = Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)),
        },
    });
    await stop.Task;
    return 0;
}
catch (Exception fault) when (fault is LocalGatewayException or IOException)
{
    await Console.Error.WriteLineAsync($"vts-bench-gateway: {fault.Message}");
    return 1;
}

void Stop(PosixSignalContext signal)
{
    signal.Cancel = true;
    stop.TrySetResult();
}
