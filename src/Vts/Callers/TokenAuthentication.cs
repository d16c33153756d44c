using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Vts.Errors;

namespace Vts.Callers;

/// <summary>Authenticates a request by the token it carries; answers 401 where it carries none that opens anything, and 403 where nothing is granted to its owner.</summary>
internal sealed class TokenAuthentication(
    IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory loggers, UrlEncoder encoder, Credentials credentials)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, loggers, encoder)
{
    /// <summary>The scheme's name.</summary>
    public const string SchemeName = "token";

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (!Context.NeedsCaller())
        {
            return AuthenticateResult.NoResult();
        }

        var token = CallerToken.Read(Request.Headers);
        if (token.Value is null)
        {
            return Refuse(new RefusedCredential(token.Reason, KeyId: null));
        }

        var (caller, refused) = await credentials.JudgeAsync(token.Value, Context.RequestAborted);
        if (caller is null)
        {
            return Refuse(refused!);
        }

        Context.Features.Set(caller);
        var identity = new ClaimsIdentity([new Claim(ClaimTypes.Name, caller.Name)], SchemeName);
        return AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(identity), SchemeName));
    }

    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        var problem = Problem(Context.Features.Get<RefusedCredential>()?.Reason ?? RefusalReason.Missing);
        Response.Headers.WWWAuthenticate = problem == Problems.TokenMissing ? "Bearer realm=\"vts\""
            : problem == Problems.NothingGranted ? "Bearer realm=\"vts\", error=\"insufficient_scope\""
            : "Bearer realm=\"vts\", error=\"invalid_token\"";
        return problem.WriteAsync(Context);
    }

    // Whoever asks is not told whether a token ever was a key.
    private static Problem Problem(RefusalReason reason) => reason switch
    {
        RefusalReason.Missing => Problems.TokenMissing,
        RefusalReason.Ambiguous => Problems.TokenAmbiguous,
        RefusalReason.NoGrant => Problems.NothingGranted,
        _ => Problems.TokenInvalid,
    };

    private AuthenticateResult Refuse(RefusedCredential refused)
    {
        Context.Features.Set(refused);
        return AuthenticateResult.NoResult();
    }
}
