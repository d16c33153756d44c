using System.Net.Http.Headers;
using System.Text;

namespace Extend.Accounts;

/// <summary>The current door: HTTP Basic, and the key once more in a header of its own.</summary>
internal sealed class ApiKeyAuthorizer(string key, string secret) : IAuthorizer
{
    private readonly AuthenticationHeaderValue _basic =
        new("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{key}:{secret}")));

    public ValueTask AuthorizeAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        request.Headers.Authorization = _basic;
        request.Headers.TryAddWithoutValidation("x-extend-api-key", key);
        return ValueTask.CompletedTask;
    }

    public ValueTask<bool> RenewAsync(HttpRequestMessage refused, CancellationToken cancellationToken) => new(false);
}
