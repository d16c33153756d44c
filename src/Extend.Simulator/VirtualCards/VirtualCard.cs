using Extend.Simulator.Companies;
using Extend.Simulator.CreditCards;
using Extend.Simulator.Json;
using Extend.Simulator.Transactions;

namespace Extend.Simulator.VirtualCards;

/// <summary>A virtual card. Never changed: an edit makes another that takes its place. Amounts are minor units of the currency.</summary>
internal sealed record VirtualCard
{
    /// <summary>Its place in the tenant's generation, from 0, the newest; made by hand, it counts on from there.</summary>
    public required int Number { get; init; }

    public required string Id { get; init; }

    public required string Status { get; init; }

    public required User Recipient { get; init; }

    public required User Cardholder { get; init; }

    public required CreditCard CreditCard { get; init; }

    public required string DisplayName { get; init; }

    public required string Last4 { get; init; }

    public required string Currency { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset UpdatedAt { get; init; }

    /// <summary>When it stopped being active; null while it is.</summary>
    public DateTimeOffset? InactiveSince { get; init; }

    /// <summary>End of the usable window; null on a card that refills for ever.</summary>
    public DateTimeOffset? ValidTo { get; init; }

    public string? Notes { get; init; }

    /// <summary>Refills each month.</summary>
    public bool Recurs { get; init; }

    /// <summary>A change that waits for approval: the limit asked for.</summary>
    public long? RequestedCents { get; init; }

    public long LimitCents { get; init; }

    public Ledger Ledger { get; init; }

    public long BalanceCents => LimitCents - Ledger.SpentCents - Ledger.HeldCents;

    /// <summary>Its transactions, newest first, once anyone has changed them; null while they are as generated.</summary>
    public IReadOnlyList<Transaction>? Edited { get; init; }

    /// <summary>Members planted from outside.</summary>
    public RawMembers? Raw { get; init; }
}
