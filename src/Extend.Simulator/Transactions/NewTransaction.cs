using System.Text.Json;
using Extend.Simulator.Json;
using Extend.Simulator.Tenants;
using Extend.Simulator.VirtualCards;

namespace Extend.Simulator.Transactions;

/// <summary>A transaction to be made by hand; members that are not given follow from those that are.</summary>
internal sealed class NewTransaction
{
    private readonly Tenant _tenant;
    private readonly JsonElement _members;
    private readonly DateTimeOffset _authedAt;
    private readonly int _number;

    private NewTransaction(Tenant tenant, JsonElement members)
    {
        (_tenant, _members, _number) = (tenant, members, tenant.Cards.NextNumber());
        _authedAt = members.TryGetProperty("authedAt"u8, out var value) && value.IsTime(out var moment) ? moment : tenant.NextMoment();
    }

    public static NewTransaction Read(Tenant tenant, JsonElement members) => new(tenant, members);

    public Transaction For(VirtualCard card)
    {
        var status = Text("status") ?? "PENDING";
        var type = Text("type") ?? "DEBIT";
        var amount = Cents("authBillingAmountCents") ?? (type switch { "CREDIT" => -1_000, "AVS" => 0, _ => 1_000 });
        var settles = status is "CLEARED" or "NO_MATCH";
        DateTimeOffset? clearedAt = settles ? _authedAt : null;

        // Far from the numbers of generated transactions, so that no id is given twice.
        var id = Text("id") ?? _tenant.Company.NewId("txn", _authedAt, card.Number, 0x80_0000 + _number);
        return TransactionEdit.Apply(
            new Transaction
            {
                Id = id,
                Type = type,
                Status = status,
                ApprovalCode = status == "DECLINED" ? null : $"{_number % 1_000_000:D6}",
                DeclineReason = status == "DECLINED" ? DeclineReasons.All[0] : null,
                AuthBillingCents = amount,
                AuthMerchantCents = amount,
                MerchantCurrency = card.Currency,
                ClearingBillingCents = settles ? amount : 0,
                ClearingMerchantCents = settles ? amount : 0,
                Merchant = type == "AVS" ? null : Merchants.Domestic[0],
                AuthedAt = _authedAt,
                ClearedAt = clearedAt,
                UpdatedAt = _authedAt,
            },
            _members,
            []);
    }

    private string? Text(string name) => _members.TryGetProperty(name, out var value) && value.IsText(out var text) ? text : null;

    private long? Cents(string name) => _members.TryGetProperty(name, out var value) && value.IsCents(out var cents) ? cents : null;
}
