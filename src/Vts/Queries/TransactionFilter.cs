using Vts.Callers.Rules;
using Vts.Transactions;

namespace Vts.Queries;

/// <summary>Which transactions a caller asks for: those that fit each part that is not null.</summary>
public sealed record TransactionFilter
{
    /// <summary>All of them.</summary>
    public static TransactionFilter All { get; } = new();

    /// <summary>Of these statuses.</summary>
    public IReadOnlyList<string>? Statuses { get; init; }

    /// <summary>Of these types.</summary>
    public IReadOnlyList<string>? Types { get; init; }

    /// <summary>Of these merchant category codes.</summary>
    public IReadOnlyList<string>? Mccs { get; init; }

    /// <summary>Authorized at this moment or after it.</summary>
    public DateTimeOffset? From { get; init; }

    /// <summary>Authorized before this moment.</summary>
    public DateTimeOffset? Before { get; init; }

    /// <summary>Of at least this amount, in minor units.</summary>
    public long? MinAmountCents { get; init; }

    /// <summary>Of at most this amount, in minor units.</summary>
    public long? MaxAmountCents { get; init; }

    /// <summary>With this in the merchant's name, whatever the case.</summary>
    public string? Merchant { get; init; }

    /// <summary>Whether it fits every transaction.</summary>
    public bool IsAll => Statuses is null && Types is null && Mccs is null && From is null && Before is null
        && MinAmountCents is null && MaxAmountCents is null && Merchant is null;

    /// <summary>Names the filter: equal for equal filters alone; empty for one that fits everything.</summary>
    public string Name => new FilterName()
        .Add("status", Statuses).Add("type", Types).Add("mcc", Mccs)
        .Add("from", From).Add("before", Before)
        .Add("min", MinAmountCents).Add("max", MaxAmountCents)
        .AddIgnoringCase("merchant", Merchant)
        .ToString();

    /// <summary>Whether the transaction fits.</summary>
    public bool Matches(Transaction transaction)
    {
        ArgumentNullException.ThrowIfNull(transaction);
        return IsOf(Statuses, transaction.Status)
            && IsOf(Types, transaction.Type)
            && IsOf(Mccs, transaction.Mcc)
            && (From is null || transaction.AuthorizedAt >= From)
            && (Before is null || transaction.AuthorizedAt < Before)
            && (MinAmountCents is null || transaction.AmountCents >= MinAmountCents)
            && (MaxAmountCents is null || transaction.AmountCents <= MaxAmountCents)
            && (Merchant is null || transaction.MerchantName?.Contains(Merchant, StringComparison.OrdinalIgnoreCase) == true);
    }

    /// <inheritdoc/>
    public bool Equals(TransactionFilter? other) => other is not null && Name == other.Name;

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Name);

    /// <summary>Refuses a filter that would tell of a member which the caller may not see.</summary>
    internal void EnsureAllowed(FieldRule rule)
    {
        Hidden.Refuse(rule, Parameters.Status, Statuses is not null, "status");
        Hidden.Refuse(rule, Parameters.Type, Types is not null, "type");
        Hidden.Refuse(rule, Parameters.Mcc, Mccs is not null, "mcc");
        Hidden.Refuse(rule, Parameters.From, From is not null, "authorizedAt");
        Hidden.Refuse(rule, Parameters.To, Before is not null, "authorizedAt");
        Hidden.Refuse(rule, Parameters.MinAmount, MinAmountCents is not null, "amountCents");
        Hidden.Refuse(rule, Parameters.MaxAmount, MaxAmountCents is not null, "amountCents");
        Hidden.Refuse(rule, Parameters.Merchant, Merchant is not null, "merchantName");
    }

    private static bool IsOf(IReadOnlyList<string>? wanted, string? value) =>
        wanted is null || (value is not null && wanted.Contains(value, StringComparer.Ordinal));
}
