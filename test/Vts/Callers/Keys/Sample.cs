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
}
