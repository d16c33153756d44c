using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Logging;
using Vts.Callers;
using Vts.Callers.Issuers;
using Vts.Testing;

namespace Vts.Tests.Callers.Issuers;

public sealed class IssuerKeysTests
{
    [Fact]
    public async Task Keys_are_fetched_once_for_however_many_tokens()
    {
        await using var world = await IssuerWorld.StartAsync();
        var token = world.Issuer.Token();

        var callers = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => world.CallerAsync(token)));

        Assert.All(callers, caller => Assert.Equal("idp:robot", caller!.Name));
        Assert.Equal(1, world.Issuer.Fetches);
        Assert.Equal(("idp", IssuerStanding.Ready, TimeSpan.Zero), (world.State.Name, world.State.Standing, world.State.KeysAge));
        Assert.Equal("idp", Assert.Single(world.Fetched.GetMeasurementSnapshot()).Tags["vts.issuer"]);
    }

    [Fact]
    public async Task Unknown_keys_make_nobody_ask_the_issuer_more_than_twice_a_minute()
    {
        await using var world = await IssuerWorld.StartAsync();
        await world.CallerAsync(world.Issuer.Token());
        foreach (var second in Enumerable.Range(1, 120))
        {
            world.Time.Advance(TimeSpan.FromSeconds(1));
            foreach (var i in Enumerable.Range(0, 10))
            {
                Assert.Equal(RefusalReason.UnknownSigningKey, await world.RefusedAsync(world.Issuer.Token(header: header => header["kid"] = $"{second}-{i}")));
            }
        }

        Assert.Equal(5, world.Issuer.Fetches);
    }

    [Fact]
    public async Task A_new_key_is_known_without_a_restart_and_one_that_is_taken_back_is_refused_after_the_next_fetch()
    {
        await using var world = await IssuerWorld.StartAsync();
        using var second = RSA.Create(2048);
        var (older, newer) = (world.Issuer.Token(), world.Issuer.Token(header: header => header["kid"] = "two", key: second));
        Assert.NotNull(await world.CallerAsync(older));
        world.Time.Advance(TimeSpan.FromSeconds(31));
        world.Issuer.Published = new JsonObject { ["keys"] = new JsonArray(TestIssuer.Jwk("two", second)) };
        Assert.NotNull(await world.CallerAsync(older));

        Assert.NotNull(await world.CallerAsync(newer));
        Assert.Equal(RefusalReason.UnknownSigningKey, await world.RefusedAsync(older));
        Assert.Equal(2, world.Issuer.Fetches);
    }

    [Fact]
    public async Task Keys_that_are_due_are_fetched_behind_a_request()
    {
        await using var world = await IssuerWorld.StartAsync(("RefreshMinutes", "5"));
        var token = world.Issuer.Token();
        await world.CallerAsync(token);
        world.Time.Advance(TimeSpan.FromMinutes(5));
        world.Issuer.Instead = TestIssuer.Away;

        Assert.NotNull(await world.CallerAsync(token));
        await world.Trusted.SettleAsync(CancellationToken.None);

        Assert.Equal(IssuerStanding.Stale, world.State.Standing);
        world.Issuer.Instead = null;
        world.Time.Advance(TimeSpan.FromSeconds(10));
        Assert.NotNull(await world.CallerAsync(token));
        await world.Trusted.SettleAsync(CancellationToken.None);
        Assert.Equal((IssuerStanding.Ready, TimeSpan.Zero), (world.State.Standing, world.State.KeysAge));
    }

    [Fact]
    public async Task The_last_known_keys_serve_while_the_issuer_is_away_for_as_long_as_is_set_and_that_is_logged_once()
    {
        await using var world = await IssuerWorld.StartAsync(("KeysSurviveMinutes", "120"), ("RefreshMinutes", "1"));
        string Token() => world.Issuer.Token();
        await world.CallerAsync(Token());
        world.Issuer.Instead = TestIssuer.Away;
        foreach (var _ in Enumerable.Range(0, 119))
        {
            world.Time.Advance(TimeSpan.FromMinutes(1));
            Assert.NotNull(await world.CallerAsync(Token()));
            await world.Trusted.SettleAsync(CancellationToken.None);
        }

        Assert.Equal(IssuerStanding.Stale, world.State.Standing);
        world.Time.Advance(TimeSpan.FromMinutes(1));
        foreach (var _ in Enumerable.Range(0, 20))
        {
            await Assert.ThrowsAsync<IssuerUnavailableException>(() => world.CallerAsync(Token()));
        }

        Assert.Equal(IssuerStanding.Away, world.State.Standing);
        Assert.Single(world.Log.GetSnapshot(), entry => entry.Level is LogLevel.Warning);
        Assert.Contains(world.Fetched.GetMeasurementSnapshot(), one => "unreachable".Equals(one.Tags.GetValueOrDefault("error.type")));

        world.Issuer.Instead = null;
        world.Time.Advance(TimeSpan.FromSeconds(10));
        Assert.NotNull(await world.CallerAsync(Token()));
        Assert.Single(world.Log.GetSnapshot(), entry => entry.Level is LogLevel.Information && entry.Message.Contains("again", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_issuer_that_is_away_is_asked_at_most_once_in_ten_seconds()
    {
        await using var world = await IssuerWorld.StartAsync();
        world.Issuer.Instead = TestIssuer.Away;
        foreach (var _ in Enumerable.Range(0, 60))
        {
            world.Time.Advance(TimeSpan.FromSeconds(1));
            await Assert.ThrowsAsync<IssuerUnavailableException>(() => world.CallerAsync(world.Issuer.Token()));
        }

        Assert.Equal(6, world.Issuer.Asked.Count);
    }

    [Fact]
    public async Task An_unknown_key_of_an_issuer_that_is_away_is_not_called_wrong()
    {
        await using var world = await IssuerWorld.StartAsync();
        await world.CallerAsync(world.Issuer.Token());
        world.Issuer.Instead = TestIssuer.Away;
        world.Time.Advance(TimeSpan.FromSeconds(30));

        await Assert.ThrowsAsync<IssuerUnavailableException>(() => world.CallerAsync(world.Issuer.Token(header: header => header["kid"] = "two")));
        Assert.NotNull(await world.CallerAsync(world.Issuer.Token()));
    }

    [Theory]
    [InlineData("issuer", "https://elsewhere.example", "another issuer")]
    [InlineData("jwks_uri", "http://elsewhere.example/keys", "no https URL")]
    [InlineData("jwks_uri", "file:///etc/passwd", "no https URL")]
    [InlineData("jwks_uri", "keys", "no https URL")]
    [InlineData("jwks_uri", "https://user:password@elsewhere.example/keys", "no https URL")]
    public async Task A_discovery_document_that_leads_elsewhere_is_not_followed(string member, string value, string told)
    {
        await using var world = await IssuerWorld.StartAsync();
        world.Issuer.Document[member] = value;

        var fault = await Assert.ThrowsAsync<IssuerUnavailableException>(() => world.CallerAsync(world.Issuer.Token()));

        Assert.Contains(told, fault.Message);
        Assert.Equal(0, world.Issuer.Fetches);
    }

    [Fact]
    public async Task A_redirect_is_not_followed()
    {
        await using var world = await IssuerWorld.StartAsync();
        await using var elsewhere = await TestIssuer.StartAsync();
        world.Issuer.Instead = context =>
        {
            context.Response.Redirect($"{elsewhere.Url}/keys");
            return Task.CompletedTask;
        };

        await Assert.ThrowsAsync<IssuerUnavailableException>(() => world.CallerAsync(world.Issuer.Token()));

        Assert.Empty(elsewhere.Asked);
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("{")]
    [InlineData("<html>")]
    [InlineData("\"\\ud800\"")]
    [InlineData("{\"issuer\":\"\\ud800\"}")]
    public async Task An_answer_that_is_no_discovery_document_is_a_fault_of_the_issuer(string body)
    {
        await using var world = await IssuerWorld.StartAsync();
        world.Issuer.Instead = context => context.Response.Body.WriteAsync(System.Text.Encoding.UTF8.GetBytes(body)).AsTask();

        await Assert.ThrowsAsync<IssuerUnavailableException>(() => world.CallerAsync(world.Issuer.Token()));
    }

    [Fact]
    public async Task An_endless_answer_is_not_read_to_its_end()
    {
        await using var world = await IssuerWorld.StartAsync();
        world.Issuer.Instead = async context =>
        {
            var part = new byte[64 * 1024];
            while (!context.RequestAborted.IsCancellationRequested)
            {
                await context.Response.Body.WriteAsync(part, context.RequestAborted);
            }
        };

        var fault = await Assert.ThrowsAsync<IssuerUnavailableException>(() => world.CallerAsync(world.Issuer.Token()));

        Assert.Contains("more than", fault.Message);
    }

    [Fact]
    public async Task An_issuer_that_does_not_answer_is_given_up_in_time()
    {
        await using var world = await IssuerWorld.StartAsync(("TimeoutSeconds", "3"));
        using var asked = new SemaphoreSlim(0);
        world.Issuer.Instead = async context =>
        {
            asked.Release();
            await new TaskCompletionSource().Task.WaitAsync(context.RequestAborted);
        };

        var judged = world.CallerAsync(world.Issuer.Token());
        await asked.WaitAsync();
        world.Time.Advance(TimeSpan.FromSeconds(3));

        Assert.Contains("within 3 seconds", (await Assert.ThrowsAsync<IssuerUnavailableException>(() => judged)).Message);
    }

    [Theory]
    [InlineData("""{"\ud800":[]}""", 0)]
    [InlineData("""{"keys":[{"\ud800":1}]}""", 0)]
    [InlineData("""{"keys":[{"\ud800":1},KEY]}""", 1)]
    public async Task Half_a_character_in_a_name_spoils_its_own_key_and_no_other(string published, int usable)
    {
        await using var issuer = await TestIssuer.StartAsync();
        using var json = System.Text.Json.JsonDocument.Parse(published.Replace("KEY", TestIssuer.Jwk("one", issuer.Key).ToJsonString(), StringComparison.Ordinal));
        IssuerKeySet Read() => IssuerKeySet.Of(json.RootElement, new IssuerOptions { Authority = issuer.Url }, default);

        if (usable == 0)
        {
            Assert.Throws<IssuerDiscoveryException>(() => Read());
        }
        else
        {
            Assert.Equal(usable, Read().Validations.Count);
        }
    }

    [Fact]
    public async Task Of_what_is_published_only_sound_public_keys_for_signatures_are_taken()
    {
        await using var world = await IssuerWorld.StartAsync();
        using var small = RSA.Create(1024);
        JsonObject With(string id, Action<JsonObject> change)
        {
            var key = TestIssuer.Jwk(id, world.Issuer.Key);
            change(key);
            return key;
        }

        world.Issuer.Published = new JsonObject
        {
            ["keys"] = new JsonArray(
                null, "text", new JsonArray(), new JsonObject(),
                new JsonObject { ["kty"] = "oct", ["kid"] = "secret", ["k"] = "c2VjcmV0c2VjcmV0c2VjcmV0c2VjcmV0c2VjcmV0c2VjcmV0" },
                TestIssuer.Jwk("small", small),
                With("encrypts", key => key["use"] = "enc"),
                With("nothing", key => key["n"] = ""),
                With("garbage", key => key["n"] = "!!!"),
                With("number", key => key["n"] = 7),
                With("none", key => key.Remove("kid")),
                new JsonObject { ["kty"] = "EC", ["kid"] = "point", ["crv"] = "P-256", ["x"] = "AAAA", ["y"] = "AAAA" },
                new JsonObject { ["kty"] = "EC", ["kid"] = "curve", ["crv"] = "secp256k1", ["x"] = "AAAA", ["y"] = "AAAA" },
                TestIssuer.Jwk("one", world.Issuer.Key)),
        };

        Assert.NotNull(await world.CallerAsync(world.Issuer.Token()));
        foreach (var id in new[] { "secret", "small", "encrypts", "nothing", "garbage", "number", "none", "point", "curve" })
        {
            Assert.Equal(RefusalReason.UnknownSigningKey, await world.RefusedAsync(world.Issuer.Token(header: header => header["kid"] = id)));
        }
    }
}
