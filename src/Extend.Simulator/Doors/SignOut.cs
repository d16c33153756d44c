using Extend.Simulator.Http;

namespace Extend.Simulator.Doors;

/// <summary><c>DELETE /signout</c>: ends the refresh token, if one is given; the access token runs out by itself.</summary>
internal static class SignOut
{
    public static Answer Close(Call call)
    {
        if (!call.Body.IsEmpty && BodyFields.ReadOptional(call.Body, "refreshToken") is { } refreshToken)
        {
            call.Simulation.Sessions.Forget(refreshToken);
        }

        return Message;
    }

    /// <summary><c>POST /forgot</c>: says the same whether or not it knows the address.</summary>
    public static Answer Forgot(Call call)
    {
        _ = BodyFields.Read(call.Body, "email");
        return Message;
    }

    private static Answer Message => Answer.Json(json =>
    {
        json.WriteStartObject();
        json.WriteString("msg"u8, "ok");
        json.WriteEndObject();
    });
}
