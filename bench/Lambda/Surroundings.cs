using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Vts.LocalGateway;
using Vts.LocalGateway.StandIns;

namespace Vts.Bench.Lambda;

/// <summary>All that the functions ask: Extend over TLS, DynamoDB with a session for each, SSM; and the functions themselves.</summary>
internal sealed class Surroundings : IAsyncDisposable
{
    public const string Vts = "VTS";
    public const string Python = "Python";
    private const string TableName = "vts-bench";

    private readonly Stack<IAsyncDisposable> _running = new();
    private readonly string _folder = Directory.CreateTempSubdirectory("vts-bench-").FullName;
    private readonly string _encryptionKey = Convert.ToBase64String(RandomNumberGenerator.GetBytes(32));
    private readonly TimeProvider _time;
    private X509Certificate2 _certificate = null!;
    private DynamoDbLocal _dynamoDb = null!;
    private TlsFront _dynamoDbFront = null!;
    private string _python = "";

    private Surroundings(TimeProvider time) => _time = time;

    public SimulatorProcess Extend { get; private set; } = null!;

    public TrustStore[] TrustStores { get; private set; } = [];

    public static async Task<Surroundings> SetUpAsync(TimeProvider time)
    {
        var surroundings = new Surroundings(time);
        try
        {
            await surroundings.SetUpAsync();
            return surroundings;
        }
        catch
        {
            await surroundings.DisposeAsync();
            throw;
        }
    }

    /// <summary>A function that is cold.</summary>
    /// <param name="program"><see cref="Vts"/> or <see cref="Python"/>.</param>
    /// <param name="name">What the report calls it.</param>
    /// <param name="trust">Whom it trusts.</param>
    public async Task<Subject> SubjectAsync(string program, string name, TrustStore trust)
    {
        var parameters = Parameters(program);
        var ssm = Own(await ParameterStore.StartAsync("/vts/local/", parameters, _time));
        return new(name, Own(await LocalGatewayServer.StartAsync(new LocalGatewayOptions
        {
            Urls = "http://127.0.0.1:0",
            Functions = program == Python ? _python : null,
            OnlyFunction = "ListCards",
            Parameters = parameters,
            DynamoDb = _dynamoDb,
            Table = TableName,
            Concurrency = 1,
            Environment = Environment(trust, Own(new TlsFront(ssm.Address, _certificate)).Address),
        })), _time);
    }

    public async ValueTask DisposeAsync()
    {
        while (_running.TryPop(out var part))
        {
            await part.DisposeAsync();
        }

        _certificate?.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private async Task SetUpAsync()
    {
        using var authority = new ThrowAwayAuthority(_time);
        var certificate = Path.Combine(_folder, "simulator.pem");
        await File.WriteAllTextAsync(certificate, authority.IssueServerPem());
        _certificate = X509Certificate2.CreateFromPemFile(certificate);
        TrustStores = TrustStore.Write(_folder, authority.Pem);
        _python = await PythonFunction.PublishAsync(_folder);
        Extend = Own(await SimulatorProcess.StartAsync(certificate, authority.Certificate));
        _dynamoDb = Own(await DynamoDbLocal.StartAsync());
        _dynamoDbFront = Own(new TlsFront(_dynamoDb.Address, _certificate));
        using var table = new SessionTable(_dynamoDb.Address, TableName);
        await table.CreateAsync();
        await table.WriteAsync(Python, await Extend.SignInAsync());
    }

    private Dictionary<string, string> Parameters(string account) => new(StringComparer.Ordinal)
    {
        ["Extend:BaseUrl"] = Extend.Address.ToString(),
        [$"Extend:Accounts:{account}:Email"] = "demo@example.com",
        [$"Extend:Accounts:{account}:Password"] = "demo",
        ["Callers:0:Name"] = "bench",
        ["Callers:0:TokenSha256"] = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes("demo"))),
        ["Callers:0:Account"] = account,
        ["Sessions:EncryptionKey"] = _encryptionKey,
    };

    // Over the gateway's own, whose SSM and DynamoDB do not speak TLS.
    private Dictionary<string, string> Environment(TrustStore trust, Uri ssm) => new(StringComparer.Ordinal)
    {
        ["SSL_CERT_FILE"] = trust.Path,
        ["AWS_CA_BUNDLE"] = trust.Path,
        ["AWS_ENDPOINT_URL_SSM"] = ssm.ToString(),
        ["AWS_ENDPOINT_URL_DYNAMODB"] = _dynamoDbFront.Address.ToString(),
        // The table is there, as it is on AWS.
        ["Sessions__CreateTable"] = "false",
    };

    private T Own<T>(T part)
        where T : IAsyncDisposable
    {
        _running.Push(part);
        return part;
    }
}
