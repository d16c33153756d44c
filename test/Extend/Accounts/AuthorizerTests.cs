using System.Text;
using Extend.Accounts;

namespace Extend.Tests.Accounts;

public sealed class AuthorizerTests
{
    [Fact]
    public async Task A_key_is_sent_as_basic_credentials_and_by_its_name()
    {
        using var request = new HttpRequestMessage();

        await new ApiKeyAuthorizer("k", "sé").AuthorizeAsync(request, default);

        Assert.Equal("Basic", request.Headers.Authorization!.Scheme);
        Assert.Equal("k:sé", Encoding.UTF8.GetString(Convert.FromBase64String(request.Headers.Authorization.Parameter!)));
        Assert.Equal(["k"], request.Headers.GetValues("x-extend-api-key"));
    }

    [Fact]
    public async Task A_token_of_your_own_is_sent_as_it_is()
    {
        using var request = new HttpRequestMessage();

        await new BearerTokenAuthorizer("t").AuthorizeAsync(request, default);

        Assert.Equal("Bearer t", $"{request.Headers.Authorization}");
    }

    [Fact]
    public async Task Neither_can_be_renewed()
    {
        using var refused = new HttpRequestMessage();

        Assert.False(await new ApiKeyAuthorizer("k", "s").RenewAsync(refused, default));
        Assert.False(await new BearerTokenAuthorizer("t").RenewAsync(refused, default));
    }
}
