using Vts.Callers;
using Vts.Callers.Keys;
using Vts.Callers.Rules;

namespace Vts.Api.Tests.Keys;

/// <summary>A service that knows a file of keys, one key in each state; shared by the tests of a class that change nothing.</summary>
public sealed class KeyService : IAsyncLifetime
{
    public static readonly string Live = ApiKey.New();
    public static readonly string Revoked = ApiKey.New();
    public static readonly string Expired = ApiKey.New();
    public static readonly string NotYetValid = ApiKey.New();
    public static readonly string Elsewhere = ApiKey.New();
    public static readonly string Unknown = ApiKey.New();

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("vts-keys");

    public VtsApp App { get; private set; } = null!;

    public string Path => System.IO.Path.Combine(_folder.FullName, "keys.json");

    public IKeyStore Store => new FileKeyStore(Path, TimeProvider.System);

    public static KeyRecord Record(string key, string name, string account = "main") => new()
    {
        Id = ApiKey.NewId(), Name = name, Account = account, Sha256 = KnownCallers.Hash(key),
        Scopes = Scopes.All, Cards = CardRule.All, Fields = FieldRule.All, Created = Now.AddDays(-2),
    };

    public static DateTimeOffset Now => DateTimeOffset.FromUnixTimeSeconds(TimeProvider.System.GetUtcNow().ToUnixTimeSeconds());

    public async ValueTask InitializeAsync()
    {
        await WriteAsync(
            Record(Live, "live"),
            Record(Revoked, "revoked") with { Revoked = Now },
            Record(Expired, "expired") with { Expires = Now.AddDays(-1) },
            Record(NotYetValid, "not yet valid") with { NotBefore = Now.AddDays(1) },
            Record(Elsewhere, "elsewhere", "nowhere"));
        App = await VtsApp.StartAsync(settings: [("Callers:Keys:Store", "File"), ("Callers:Keys:File", Path)]);
    }

    /// <summary>Puts these keys into the file.</summary>
    public async Task WriteAsync(params KeyRecord[] keys)
    {
        await Store.PrepareAsync(default);
        Assert.True(await Store.TryWriteAsync(keys, (await Store.ReadAsync(null, default))!.Version, default));
    }

    public async ValueTask DisposeAsync()
    {
        await App.DisposeAsync();
        _folder.Delete(recursive: true);
    }
}
