namespace Vts.Infrastructure.Tests.Access;

/// <summary>Why a statement's resources need a <c>*</c>. A statement that has one and no reason here fails the tests.</summary>
internal static class WildcardReasons
{
    /// <summary>The reasons, by owner (the stage's functions alike) and statement.</summary>
    public static IReadOnlyDictionary<string, string> All { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["function WriteLogs"] = "the streams of the function's own log; Lambda makes up their names",
        ["function Trace"] = "X-Ray's two writing actions know no resource",
        ["function ReadParameters"] = "a read by path covers what is below it; accounts and callers have names that the operator chooses",
        ["deployments ShiftTraffic"] = "the versions of the named functions; their numbers are known only once they are published",
        ["deployments WatchAlarms"] = "CodeDeploy asks for this reading action on all alarms, whichever it watches",
        ["account WriteLogs"] = "the account's one role for the logs of all its API gateways, whatever they are called",
        ["key"] = "a key's own policy: the resource is the key itself",
    };

    /// <summary>The name under which a statement's reason stands.</summary>
    public static string Key(Statement statement) => statement.Owner.Split(' ') switch
    {
        ["vts-account", ..] => $"account {statement.Name}",
        [_, var role] when role.StartsWith("DeploymentsRole", StringComparison.Ordinal) => $"deployments {statement.Name}",
        [_, var key] when key.StartsWith("Key", StringComparison.Ordinal) && statement.Name.Length == 0 => "key",
        _ => $"function {statement.Name}",
    };
}
