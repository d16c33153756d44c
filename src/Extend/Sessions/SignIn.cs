using System.Net.Http.Json;
using System.Text.Json.Serialization.Metadata;
using Extend.Connections;
using Extend.Json;

namespace Extend.Sessions;

/// <summary>The two calls that give a session: the password, and the refresh token that came with the last one.</summary>
internal sealed class SignIn(Uri baseAddress, string email, string password, Transport transport)
{
    private const int LongestToken = 16 * 1024;

    /// <summary>Signs in with e-mail and password.</summary>
    /// <exception cref="ExtendException">No session came of it.</exception>
    public async Task<SignInAnswer> WithPasswordAsync(CancellationToken cancellationToken)
    {
        using var answer = await PostAsync("signin", new SignInRequest(email, password), ExtendJson.Default.SignInRequest, cancellationToken);
        if (SignInRisk.Of(answer) is { } risk)
        {
            throw new ExtendException(risk, status: answer.Status);
        }

        // A success without a session means that Extend wants something more first.
        return HasToken(answer.Read(ExtendJson.Default.SignInAnswer)) ?? throw new ExtendException(ExtendFault.SignInNeedsCode, status: answer.Status);
    }

    /// <summary>Renews the session; null if Extend would not, for whatever reason but a challenge.</summary>
    /// <exception cref="ExtendException">A page meant for browsers came: no moment to try a password.</exception>
    public async Task<SignInAnswer?> WithRefreshTokenAsync(string refreshToken, CancellationToken cancellationToken)
    {
        try
        {
            using var answer = await PostAsync("renewauth", new RenewRequest(refreshToken), ExtendJson.Default.RenewRequest, cancellationToken);
            return HasToken(answer.Read(ExtendJson.Default.SignInAnswer));
        }
        catch (ExtendException failure)
        {
            return failure.Fault is ExtendFault.WebPage ? throw new ExtendException(ExtendFault.SignInChallenged, status: failure.Status) : null;
        }
    }

    private async Task<Answer> PostAsync<T>(string path, T body, JsonTypeInfo<T> shape, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(baseAddress, path));
        request.Content = JsonContent.Create(body, shape);
        await request.Content.LoadIntoBufferAsync(cancellationToken);
        return await transport.SendAsync(path, request, cancellationToken);
    }

    // A token goes into a header as it is: one that could not stand there is none. What is far too long for a token would not fit in a store.
    private static SignInAnswer? HasToken(SignInAnswer answer) =>
        answer.Token is { Length: > 0 and <= LongestToken } token && token.All(static c => c is > ' ' and < '\x7F')
            ? answer with { RefreshToken = answer.RefreshToken is { Length: <= LongestToken } refresh ? refresh : null }
            : null;
}
