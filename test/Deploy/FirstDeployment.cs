namespace Vts.Deploy.Tests;

/// <summary>The usual first run: an API key, one caller, its token to the file <c>token</c>.</summary>
internal static class FirstDeployment
{
    public static Task<ScriptRun> RunAsync(Sandbox sandbox, params string[] options) =>
        sandbox.RunAsync("deploy.sh", ["--token-file", "token", .. options], "yes", "1", "key", "secret", "dashboard", "yes");
}
