using System.Security.Cryptography;
using Vts.Bench.Soak.Requests;
using Vts.Bench.Soak.World;

namespace Vts.Bench.Soak.Processes;

/// <summary>The server's settings: authentication, limits, the audit record and the table of sessions as in use, the limits so wide that only who asks too often meets them.</summary>
internal static class ServerSettings
{
    /// <summary>How long answers are kept for who accepts stale ones.</summary>
    public static readonly TimeSpan KeptStale = TimeSpan.FromMinutes(2);

    public static Dictionary<string, string> Make(Uri extend, IReadOnlyDictionary<string, string> dynamoDb, string folder)
    {
        var settings = new Dictionary<string, string>(dynamoDb, StringComparer.Ordinal)
        {
            ["Extend__BaseUrl"] = extend.ToString(),
            ["Extend__CallTimeout"] = "00:00:04",
            ["Extend__ReadTimeout"] = "00:00:10",
            ["Extend__ListTimeout"] = "00:00:20",
            ["Extend__Accounts__password__Email"] = Simulator.Email,
            ["Extend__Accounts__password__Password"] = Simulator.Password,
            ["Extend__Accounts__key__ApiKey"] = Simulator.ApiKey,
            ["Extend__Accounts__key__ApiSecret"] = Simulator.ApiSecret,
            ["Sessions__Store"] = "DynamoDb",
            ["Sessions__Table"] = SessionStore.Table,
            ["Sessions__EncryptionKey"] = Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)),
            ["Sessions__SignInsPerHour"] = "60",
            ["Freshness__KeepStaleFor"] = KeptStale.ToString("c"),
            ["Limits__RequestsPerSecond"] = "100000",
            ["Limits__Burst"] = "100000",
            ["Limits__Concurrency"] = "20000",
            ["Audit__File"] = Path.Combine(folder, "audit.jsonl"),
            ["Audit__MaxBytes"] = "20000000",
            ["Audit__Files"] = "2",
            ["Callers__2__Scopes__0"] = "cards:read",
            ["Callers__2__Cards__Statuses__0"] = "ACTIVE",
            ["Callers__2__Fields__0"] = "displayName",
            ["Callers__2__Fields__1"] = "balanceCents",
            ["Callers__3__Limits__RequestsPerSecond"] = "1",
            ["Callers__3__Limits__Burst"] = "2",
            ["Callers__3__Limits__Concurrency"] = "64",
        };
        foreach (var (i, caller) in Caller.All.Index())
        {
            settings[$"Callers__{i}__Name"] = caller.Name;
            settings[$"Callers__{i}__Account"] = caller.Account;
            settings[$"Callers__{i}__TokenSha256"] = caller.TokenHash;
        }

        return settings;
    }
}
