using System.Security.Cryptography;
using Vts.Testing;

namespace Vts.Api.Tests.Issuers;

/// <summary>A service that trusts one issuer, and another issuer that nobody trusts; shared by the tests of a class that change nothing.</summary>
public sealed class TrustingService : IAsyncLifetime
{
    public TestIssuer Issuer { get; private set; } = null!;

    public TestIssuer Elsewhere { get; private set; } = null!;

    public RSA Stranger { get; } = RSA.Create(2048);

    public VtsApp App { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Issuer = await TestIssuer.StartAsync();
        Elsewhere = await TestIssuer.StartAsync();
        App = await VtsApp.StartAsync(settings:
        [
            ("Callers:Issuers:idp:Authority", Issuer.Url), ("Callers:Issuers:idp:Audiences:0", TestIssuer.Audience),
            ("Callers:Issuers:idp:Grants:0:Claim", "client_id"), ("Callers:Issuers:idp:Grants:0:Value", "robot"),
        ]);
    }

    public async ValueTask DisposeAsync()
    {
        await App.DisposeAsync();
        await Issuer.DisposeAsync();
        await Elsewhere.DisposeAsync();
        Stranger.Dispose();
    }
}
