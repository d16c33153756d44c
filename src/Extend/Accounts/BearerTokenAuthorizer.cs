using System.Net.Http.Headers;

namespace Extend.Accounts;

/// <summary>A bearer token that the operator obtained; it is used until Extend refuses it.</summary>
internal sealed class BearerTokenAuthorizer(string token) : IAuthorizer
{
    private readonly AuthenticationHeaderValue _bearer = new("Bearer", token);

    public ValueTask AuthorizeAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        request.Headers.Authorization = _bearer;
        return ValueTask.CompletedTask;
    }

    public ValueTask<bool> RenewAsync(HttpRequestMessage refused, CancellationToken cancellationToken) => new(false);
}
