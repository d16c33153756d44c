using Extend;
using Extend.Accounts;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Vts.Callers;
using Vts.Callers.Keys;
using Vts.Callers.Rules;

namespace Vts.Tests.Callers.Keys;

/// <summary>Keys for tests.</summary>
internal static class Sample
{
    public static readonly DateTimeOffset Now = new(2026, 3, 14, 12, 0, 0, TimeSpan.Zero);

    public static KeyRecord Record(string key, string name = "ann", string account = "main") => new()
    {
        Id = ApiKey.NewId(), Name = name, Account = account, Sha256 = TokenHash.Of(key).ToString(),
        Scopes = Scopes.All, Cards = CardRule.All, Fields = FieldRule.All, Created = Now,
    };

    public static ExtendOptions Accounts => new() { Accounts = { ["main"] = new AccountOptions { BearerToken = "x" } } };

    /// <summary>Whoever the store knows, and the token <c>known</c> of the configuration.</summary>
    public static Credentials Credentials(IKeyStore store, TimeProvider time, KeyUses? uses = null) => new(
        new KnownCallers(
            Options.Create(new CallersOptions { Known = { new CallerOptions { Name = "configured", TokenSha256 = KnownCallers.Hash("known") } } }), Options.Create(Accounts)),
        time,
        new KeyRing(store, Options.Create(Accounts), time, NullLogger<KeyRing>.Instance),
        uses);
}
