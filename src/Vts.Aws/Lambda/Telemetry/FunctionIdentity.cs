namespace Vts.Aws.Lambda.Telemetry;

/// <summary>Which function this process is, for its logs and metrics.</summary>
/// <param name="Stage">The stage, such as <c>prod</c>.</param>
/// <param name="Function">The function's name at Lambda.</param>
internal sealed record FunctionIdentity(string Stage, string Function)
{
    /// <summary>As Lambda and the deployment have set it.</summary>
    public static FunctionIdentity OfEnvironment() => new(
        Environment.GetEnvironmentVariable("VTS_STAGE") ?? "local", Environment.GetEnvironmentVariable("AWS_LAMBDA_FUNCTION_NAME") ?? "local");
}
