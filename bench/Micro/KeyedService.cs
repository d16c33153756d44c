using Microsoft.Extensions.DependencyInjection;
using Vts.Callers.Keys;
using Vts.Callers.Rules;

namespace Vts.Bench.Micro;

/// <summary>The service's own registrations with a file of API keys.</summary>
internal sealed class KeyedService : IDisposable
{
    private readonly DirectoryInfo _folder;

    private KeyedService(DirectoryInfo folder, ServiceProvider services, string key)
    {
        _folder = folder;
        Services = services;
        Key = key;
    }

    public ServiceProvider Services { get; }

    /// <summary>One of the keys.</summary>
    public string Key { get; }

    /// <summary>A key that is none of them.</summary>
    public string Unknown { get; } = ApiKey.New();

    public static async Task<KeyedService> StartAsync(int keys)
    {
        var folder = Directory.CreateTempSubdirectory("vts-micro");
        var path = Path.Combine(folder.FullName, "keys.json");
        var store = new FileKeyStore(path, TimeProvider.System);
        await store.PrepareAsync(CancellationToken.None);
        var key = ApiKey.New();
        KeyRecord[] records = [Record(key, 0), .. Enumerable.Range(1, keys - 1).Select(i => Record(ApiKey.New(), i))];
        if (!await store.TryWriteAsync(records, (await store.ReadAsync(null, CancellationToken.None))!.Version, CancellationToken.None))
        {
            throw new InvalidOperationException("The file of keys could not be written.");
        }

        return new KeyedService(folder, BenchService.Build(("Callers:Keys:Store", "File"), ("Callers:Keys:File", path)), key);
    }

    public void Dispose()
    {
        Services.Dispose();
        _folder.Delete(recursive: true);
    }

    private static KeyRecord Record(string key, int number) => new()
    {
        Id = ApiKey.NewId(), Name = $"caller {number}", Account = "main", Sha256 = TokenHash.Of(key).ToString(),
        Scopes = Scopes.All, Cards = CardRule.All, Fields = FieldRule.All, Created = DateTimeOffset.UnixEpoch,
    };
}
