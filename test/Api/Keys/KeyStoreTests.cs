using System.Text.Json.Nodes;
using Vts.Api.Tests.Faces;
using Vts.Callers.Keys;

namespace Vts.Api.Tests.Keys;

/// <summary>What a running service makes of changes to its key file.</summary>
public sealed class KeyStoreTests : IAsyncLifetime
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly KeyService _keys = new();

    public ValueTask InitializeAsync() => _keys.InitializeAsync();

    public ValueTask DisposeAsync() => _keys.DisposeAsync();

    [Fact]
    public async Task A_new_key_is_known_and_a_revoked_one_refused_within_ten_seconds()
    {
        var key = ApiKey.New();
        var record = KeyService.Record(key, "new");
        Assert.Equal(401, await StatusAsync(key));

        await _keys.WriteAsync(record);
        await UntilAsync(async () => await StatusAsync(key) == 200);

        await _keys.WriteAsync(record with { Revoked = KeyService.Now });
        await UntilAsync(async () => await StatusAsync(key) == 401);
    }

    [Fact(Skip = Face.ServerReason, SkipWhen = nameof(Face.IsGateway), SkipType = typeof(Face))]
    public async Task While_the_file_is_half_written_the_last_good_one_is_in_force_and_readiness_says_so()
    {
        var good = await File.ReadAllTextAsync(_keys.Path);
        Assert.Equal((200, "ready"), await ReadinessAsync());

        await File.WriteAllTextAsync(_keys.Path, good[..(good.Length / 2)]);
        await UntilAsync(async () => await ReadinessAsync() == (200, "stale"));

        Assert.Equal(200, await StatusAsync(KeyService.Live));
        Assert.Equal(401, await StatusAsync(KeyService.Revoked));
        Assert.Contains(_keys.Path, _keys.App.Log);

        await File.WriteAllTextAsync(_keys.Path, good);
        await UntilAsync(async () => await ReadinessAsync() == (200, "ready"));
    }

    private async Task<int> StatusAsync(string key)
    {
        using var response = await _keys.App.SendAsync("/cards/vc_A681POqRINI7goyrCNPff7", key);
        return (int)response.StatusCode;
    }

    private async Task<(int Status, string? KeyStore)> ReadinessAsync()
    {
        using var response = await _keys.App.SendAsync("/health/ready", token: null);
        return ((int)response.StatusCode, (string?)JsonNode.Parse(await response.Content.ReadAsStringAsync())!["keyStore"]);
    }

    private static async Task UntilAsync(Func<Task<bool>> isSo)
    {
        using var over = new CancellationTokenSource(Patience);
        using var pace = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
        while (!await isSo())
        {
            await pace.WaitForNextTickAsync(over.Token);
        }
    }
}
