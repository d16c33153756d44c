namespace Vts.Deploy.Tests;

/// <summary>How a run of a script ended.</summary>
/// <param name="ExitCode">Its exit code.</param>
/// <param name="Output">All it wrote: standard output and standard error, or what the terminal showed.</param>
internal sealed record ScriptRun(int ExitCode, string Output);
