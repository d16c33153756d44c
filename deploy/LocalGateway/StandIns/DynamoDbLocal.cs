using System.ComponentModel;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Vts.LocalGateway.StandIns;

/// <summary>A DynamoDB Local of one's own, in memory, on a free port. It can be stopped and started again with an empty memory.</summary>
public sealed class DynamoDbLocal : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan Between = TimeSpan.FromMilliseconds(100);

    private Process? _java;

    private DynamoDbLocal(int port) => Address = new Uri($"http://127.0.0.1:{port}");

    /// <summary>Where it listens.</summary>
    public Uri Address { get; }

    /// <summary>What a process must know to use it, as environment variables.</summary>
    public Dictionary<string, string> Environment => new(StringComparer.Ordinal)
    {
        ["AWS_ENDPOINT_URL_DYNAMODB"] = Address.ToString(),
        ["AWS_REGION"] = LocalAccount.Region,
        ["AWS_ACCESS_KEY_ID"] = LocalAccount.AccessKey,
        ["AWS_SECRET_ACCESS_KEY"] = LocalAccount.SecretKey,
        ["AWS_EC2_METADATA_DISABLED"] = "true",
    };

    /// <summary>Starts one, and returns once it answers.</summary>
    /// <exception cref="LocalGatewayException">Java or npm is missing.</exception>
    public static async Task<DynamoDbLocal> StartAsync()
    {
        var local = new DynamoDbLocal(FreePort());
        await local.RunAsync();
        return local;
    }

    /// <summary>Starts it again after <see cref="StopAsync"/>, on the same port.</summary>
    public async Task RunAsync()
    {
        var folder = await DynamoDbPackage.FolderAsync();
        _java = Start(folder);
        _java.OutputDataReceived += (_, _) => { };
        _java.ErrorDataReceived += (_, _) => { };
        _java.BeginOutputReadLine();
        _java.BeginErrorReadLine();

        using var deadline = new CancellationTokenSource(Patience);
        using var http = new HttpClient();
        using var ticks = new PeriodicTimer(Between);
        while (await ticks.WaitForNextTickAsync(deadline.Token))
        {
            try
            {
                using var answer = await http.GetAsync(Address, deadline.Token);
                return;
            }
            catch (HttpRequestException) when (!_java.HasExited)
            {
                // Not listening yet.
            }
        }
    }

    /// <summary>Ends it; what it held is gone.</summary>
    public async Task StopAsync()
    {
        if (_java is { HasExited: false })
        {
            _java.Kill(entireProcessTree: true);
            await _java.WaitForExitAsync();
        }

        _java?.Dispose();
        _java = null;
    }

    /// <summary>Ends it.</summary>
    public async ValueTask DisposeAsync() => await StopAsync();

    private Process Start(string folder)
    {
        try
        {
            return Process.Start(new ProcessStartInfo(
                "java", ["-Xmx256m", "-Djava.library.path=DynamoDBLocal_lib", "-jar", "DynamoDBLocal.jar", "-inMemory", "-sharedDb", "-port", $"{Address.Port}"])
            {
                WorkingDirectory = folder,
                UseShellExecute = false,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            })!;
        }
        catch (Win32Exception fault)
        {
            throw new LocalGatewayException("DynamoDB Local needs Java, and there is none. Install it, on Debian with: sudo apt-get install -y default-jre-headless", fault);
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
