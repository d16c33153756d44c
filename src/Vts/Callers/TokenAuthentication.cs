using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Vts.Errors;

namespace Vts.Callers;

/// <summary>Authenticates a request by the known token it carries; answers 401 where it carries none.</summary>
internal sealed class TokenAuthentication(
    IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory loggers, UrlEncoder encoder, KnownCallers callers)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, loggers, encoder)
{
    /// <summary>The scheme's name.</summary>
    public const string SchemeName = "token";

    private Problem _problem = Problems.TokenMissing;

    protected override Task<AuthenticateResult> HandleAuthenticateAsync() => Task.FromResult(Authenticate());

    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        Response.Headers.WWWAuthenticate = _problem == Problems.TokenMissing
            ? "Bearer realm=\"vts\""
            : "Bearer realm=\"vts\", error=\"invalid_token\"";
        return _problem.WriteAsync(Context);
    }

    private AuthenticateResult Authenticate()
    {
        var token = CallerToken.Read(Request.Headers);
        if (token.Value is null)
        {
            _problem = token.Problem!;
            return AuthenticateResult.NoResult();
        }

        if (callers.Find(token.Value) is not { } caller)
        {
            _problem = Problems.TokenInvalid;
            return AuthenticateResult.NoResult();
        }

        Context.Features.Set(caller);
        var identity = new ClaimsIdentity([new Claim(ClaimTypes.Name, caller.Name)], SchemeName);
        return AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(identity), SchemeName));
    }
}
