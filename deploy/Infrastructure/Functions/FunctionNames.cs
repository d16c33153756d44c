namespace Vts.Infrastructure.Functions;

/// <summary>The functions, each with a folder of its own in <c>src/Functions</c>.</summary>
internal static class FunctionNames
{
    /// <summary>Runs on a schedule; no route leads to it.</summary>
    public const string KeepSessions = "KeepSessions";

    /// <summary>All of them.</summary>
    public static IReadOnlyList<string> All { get; } = [.. Gateway.Route.All.Select(route => route.Function), KeepSessions];
}
