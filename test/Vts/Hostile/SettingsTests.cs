using CsCheck;
using Extend;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Vts.Callers;
using Vts.Callers.Issuers;
using Vts.Freshness;
using Vts.Queries;
using Vts.Testing.Hostile;

namespace Vts.Tests.Hostile;

/// <summary>Whatever the settings say, the service is put together, or the start fails by a fault that names them.</summary>
public sealed class SettingsTests
{
    private static readonly Dictionary<string, string?> Right = new(StringComparer.OrdinalIgnoreCase)
    {
        ["Extend:BaseUrl"] = "https://extend.example",
        ["Extend:RetryDelay"] = "00:00:00.2",
        ["Extend:Concurrency"] = "8",
        ["Extend:RequestsPerMinute"] = "500",
        ["Extend:MaxAnswerBytes"] = "16777216",
        ["Extend:Accounts:main:BaseUrl"] = "http://127.0.0.1:5081",
        ["Extend:Accounts:main:ApiKey"] = "apik_x",
        ["Extend:Accounts:main:ApiSecret"] = "secret",
        ["Extend:Accounts:main:ApiKeyExpires"] = "2027-01-01",
        ["Extend:Accounts:older:Email"] = "a@example.com",
        ["Extend:Accounts:older:Password"] = "p",
        ["Sessions:KeepFor"] = "1.00:00:00",
        ["Freshness:Cards"] = "00:00:05",
        ["Freshness:MaxBytes"] = "67108864",
        ["Lists:CursorKey"] = "MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=",
        ["Limits:RequestsPerSecond"] = "100",
        ["Limits:FailedAuthenticationsPerMinute"] = "60",
        ["Callers:0:Name"] = "ann",
        ["Callers:0:TokenSha256"] = KnownCallers.Hash("known"),
        ["Callers:0:Account"] = "main",
        ["Callers:0:Scopes:0"] = "cards:read",
        ["Callers:0:Cards:Ids:0"] = "vc_A681POqRINI7goyrCNPff7",
        ["Callers:0:Cards:Statuses:0"] = "ACTIVE",
        ["Callers:0:Fields:0"] = "last4",
        ["Callers:0:Limits:RequestsPerSecond"] = "2",
        ["Callers:0:Limits:Burst"] = "5",
        ["Callers:0:Limits:Concurrency"] = "2",
        ["Callers:Keys:Store"] = "File",
        ["Callers:Keys:File"] = "/nowhere/keys.json",
        ["Callers:Issuers:idp:Authority"] = "https://idp.example",
        ["Callers:Issuers:idp:Audiences:0"] = "https://vts.example",
        ["Callers:Issuers:idp:Profile"] = "Okta",
        ["Callers:Issuers:idp:Algorithms:0"] = "RS256",
        ["Callers:Issuers:idp:ClockSkewSeconds"] = "60",
        ["Callers:Issuers:idp:Grants:0:Claim"] = "sub",
        ["Callers:Issuers:idp:Grants:0:Value"] = "robot",
        ["Callers:Issuers:idp:Grants:0:Account"] = "main",
    };

    private static readonly string[] Odd =
    [
        "", " ", "x", "-1", "0", "1e9", "2147483648", "9223372036854775807", "99999999999999999999", "NaN", "-00:00:01", "10675199.02:48:05.4775807", "10675199.02:48:05.4775808", "24:00:00", "true",
        "http://", "http://[::1", "https://a b", "file:///etc/passwd", "https://user:pass@x", "//x", "2027-02-30", "0001-01-01", "\ud800", "\0", "é", "=====", new('9', 5000), new('x', 100_000),
    ];

    [Fact]
    public void Whatever_one_or_two_settings_say_all_is_put_together_or_the_start_says_why_not()
    {
        string[] names = [.. Right.Keys];
        var odd = Gen.Select(Gen.Int[0, names.Length - 1], Gen.OneOf(Gen.OneOf(Odd), Gen.Int.Select(seed => Mutated.TextOf(seed, [.. Right.Values.OfType<string>()]))), Gen.OneOf("", "", "", ":0", ":x"), (name, value, below) => (Name: names[name] + below, Value: value));
        odd.Array[1, 2].Sample(
            spoilt =>
            {
                var settings = new Dictionary<string, string?>(Right, StringComparer.OrdinalIgnoreCase);
                foreach (var (name, value) in spoilt)
                {
                    settings[name] = value;
                }

                PutTogether(settings);
            },
            iter: 400);
    }

    [Fact]
    public void Right_settings_are_or_the_rest_would_prove_nothing() => Assert.Null(PutTogether(Right));

    private static string? PutTogether(Dictionary<string, string?> settings)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(settings).Build();
        try
        {
            using var services = new ServiceCollection().AddSingleton<IConfiguration>(configuration).AddMetrics().AddLogging().AddVts(configuration).BuildServiceProvider();
            services.GetRequiredService<IStartupValidator>().Validate();
            _ = (services.GetRequiredService<ExtendAccounts>(), services.GetRequiredService<Credentials>(), services.GetRequiredService<KeptReads>(), services.GetRequiredService<Cursors>(), services.GetService<TrustedIssuers>());
            return null;
        }
        catch (Exception fault) when (fault is OptionsValidationException or InvalidOperationException || fault is AggregateException { InnerExceptions: var faults } && faults.All(one => one is OptionsValidationException))
        {
            Assert.NotEmpty(fault.Message);
            return fault.Message;
        }
    }
}
