using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Testing;
using Microsoft.Extensions.Options;
using Vts.Callers.Issuers;

namespace Vts.Tests.Callers.Issuers;

public sealed class IssuerSettingsTests
{
    private static readonly (string, string)[] Right =
        [("Authority", "https://idp.example/"), ("Audiences:0", "vts"), ("Grants:0:Claim", "sub"), ("Grants:0:Value", "robot")];

    [Fact]
    public void What_is_not_set_is_safe()
    {
        using var services = Services(Right);

        var issuer = services.GetRequiredService<IOptions<IssuersOptions>>().Value.Issuers["idp"];

        Assert.Equal((IssuerProfile.Rfc9068, 60, 60, 1440, 5, false), (issuer.Profile, issuer.ClockSkewSeconds, issuer.RefreshMinutes, issuer.KeysSurviveMinutes, issuer.TimeoutSeconds, issuer.ScopesFromToken));
        Assert.Equal(["RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512"], issuer.AllowedAlgorithms);
    }

    [Fact]
    public void Without_issuers_nothing_of_them_is_registered()
    {
        using var services = Services();

        Assert.Null(services.GetService<TrustedIssuers>());
        Assert.Null(services.GetService<IOptions<IssuersOptions>>()?.Value.Issuers.Values.FirstOrDefault());
    }

    [Theory]
    [InlineData("Authority", "http://idp.example")]
    [InlineData("Authority", "https://idp.example?x=1")]
    [InlineData("Authority", "https://idp.example#x")]
    [InlineData("Authority", "https://user@idp.example")]
    [InlineData("Authority", "idp.example")]
    [InlineData("Authority", "file:///etc/passwd")]
    [InlineData("Audiences:0", " ")]
    [InlineData("Audiences", "vts")]
    [InlineData("Algorithms:0", "none")]
    [InlineData("Algorithms:0", "HS256")]
    [InlineData("Algorithms:0", "rs256")]
    [InlineData("Algorithms", "RS256")]
    [InlineData("ClockSkewSeconds", "301")]
    [InlineData("ClockSkewSeconds", "-1")]
    [InlineData("RefreshMinutes", "0")]
    [InlineData("KeysSurviveMinutes", "59")]
    [InlineData("KeysSurviveMinutes", "10081")]
    [InlineData("TimeoutSeconds", "0")]
    [InlineData("TimeoutSeconds", "21")]
    [InlineData("ScopePrefix", "vts/")]
    [InlineData("Audience:0", "vts", "Audience")]
    [InlineData("Grants", "sub")]
    [InlineData("Grants:0:Claim", "")]
    [InlineData("Grants:0:Value", "")]
    [InlineData("Grants:0:Values:0", "x", "Grants:0:Values")]
    [InlineData("Grants:0:Account", "nowhere")]
    [InlineData("Grants:0:Scopes:0", "cards:write")]
    [InlineData("Grants:0:Cards:Ids:0", "vc_1")]
    [InlineData("Grants:0:Card:Ids:0", "vc_1", "Grants:0:Card")]
    [InlineData("Grants:0:Fields:0", "cvv")]
    [InlineData("Grants:0:Limits:Rate", "1", "Grants:0:Limits:Rate")]
    [InlineData("Grants:0:Limits", "1")]
    public void A_wrong_setting_is_a_fault_that_names_it(string key, string value, string? told = null) =>
        Assert.StartsWith($"Callers:Issuers:idp:{told ?? key} ", Assert.Single(Faults([.. Right, (key, value)])), StringComparison.Ordinal);

    [Fact]
    public void What_must_be_set_is_told_at_once()
    {
        var faults = Faults(("Profile", "Cognito"));

        Assert.Equal(["Authority", "Audiences:0", "Grants:0"], faults.Select(fault => fault["Callers:Issuers:idp:".Length..fault.IndexOf(' ', StringComparison.Ordinal)]));
    }

    [Theory]
    [InlineData("RequestsPerSecond", "5")]
    [InlineData("Burst", "5")]
    [InlineData("Concurrency", "5")]
    public void Limits_are_set_all_or_none(string key, string value) => Assert.Equal(2, Faults([.. Right, ($"Grants:0:Limits:{key}", value)]).Length);

    [Fact]
    public void Limits_have_bounds() => Assert.Equal(3, Faults(
        [.. Right, ("Grants:0:Limits:RequestsPerSecond", "0"), ("Grants:0:Limits:Burst", "1000001"), ("Grants:0:Limits:Concurrency", "-1")]).Length);

    private static string[] Faults(params (string, string)[] settings)
    {
        using var services = Services(settings);
        return [.. Assert.Throws<OptionsValidationException>(() => services.GetRequiredService<IOptions<IssuersOptions>>().Value).Failures];
    }

    private static ServiceProvider Services(params (string Key, string Value)[] settings) => IssuerWorld.Services(TimeProvider.System, new FakeLogCollector(), settings);
}
