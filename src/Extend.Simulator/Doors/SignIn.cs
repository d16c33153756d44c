using Extend.Simulator.Companies;
using Extend.Simulator.Http;

namespace Extend.Simulator.Doors;

/// <summary><c>POST /signin</c> and <c>POST /renewauth</c>: the same envelope, a user and two tokens.</summary>
internal static class SignIn
{
    public static Answer Open(Call call)
    {
        var fields = BodyFields.Read(call.Body, "email", "password");
        if (call.Simulation.Tenants.ByEmail(fields["email"]) is not { } tenant || !Secret.Equals(tenant.Options.Password, fields["password"]))
        {
            return Answer.Error(call.Switches.BadCredentials, "Invalid email or password");
        }

        var user = tenant.Company.Administrator;
        var (token, refreshToken) = call.Simulation.Sessions.Open(user.Id, call.Switches);
        return Envelope(call, user, token, refreshToken);
    }

    public static Answer Renew(Call call)
    {
        var fields = BodyFields.Read(call.Body, "refreshToken");
        return call.Simulation.Sessions.Renew(fields["refreshToken"], call.Switches) is { } session
            && call.Simulation.Tenants.ByUser(session.UserId) is { } tenant
            ? Envelope(call, tenant.Company.Administrator, session.Token, session.RefreshToken)
            : Answer.Error(StatusCodes.Status401Unauthorized, "Invalid refresh token");
    }

    private static Answer Envelope(Call call, User user, string token, string refreshToken) => Answer.Json(json =>
    {
        json.WriteStartObject();
        json.WritePropertyName("user"u8);
        user.Write(json, call.Switches);
        json.WriteString("token"u8, token);
        json.WriteString("refreshToken"u8, refreshToken);
        json.WriteEndObject();
    });
}
