using Vts.Callers.Limits;
using Vts.Callers.Rules;

namespace Vts.Callers;

/// <summary>What a caller may do, as it is told itself.</summary>
/// <param name="Name">The name that the operator of the service gave you.</param>
/// <param name="KeyId">Names your key, without being it. Null for a token that has no such name.</param>
/// <param name="Account">The Extend account whose cards you read.</param>
/// <param name="Scopes">What you may read: <c>cards:read</c>, <c>transactions:read</c>.</param>
/// <param name="Cards">Which cards.</param>
/// <param name="Fields">Which members of a card and of a transaction you see; the others are left out. Null for all.</param>
/// <param name="Ends">When your key or token ends, UTC. Null if it does not.</param>
/// <param name="Limits">How much you may ask, and what is left of it now.</param>
/// <param name="Summary">All of that in words.</param>
public sealed record CallerRights(
    string Name,
    string? KeyId,
    string Account,
    IReadOnlyList<string> Scopes,
    CardRule Cards,
    IReadOnlyList<string>? Fields,
    DateTimeOffset? Ends,
    LimitsNow Limits,
    string Summary)
{
    /// <summary>What this caller may do.</summary>
    public static CallerRights Of(Caller caller, LimitsNow limits)
    {
        ArgumentNullException.ThrowIfNull(caller);
        ArgumentNullException.ThrowIfNull(limits);
        return new(
            caller.Name,
            caller.KeyId,
            caller.Account,
            ScopeNames.Of(caller.Scopes),
            caller.Cards,
            caller.Fields.Names,
            caller.Ends,
            limits,
            RightsSummary.Of(caller, limits));
    }
}
