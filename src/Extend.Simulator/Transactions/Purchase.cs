using Extend.Simulator.Tenants;

namespace Extend.Simulator.Transactions;

/// <summary>What is bought, where, and what it comes to in the card's currency.</summary>
internal sealed record Purchase(Merchant Merchant, string Currency, decimal Rate, long MerchantCents, string BillingCurrency)
{
    public long BillingCents => Billing(MerchantCents);

    /// <summary>An amount in the merchant's currency turned into the card's, both in minor units. A yen has no smaller part.</summary>
    public long Billing(long merchantCents) =>
        (long)decimal.Round(merchantCents * Rate * (Currency == "JPY" ? 100 : 1) / (BillingCurrency == "JPY" ? 100 : 1), MidpointRounding.AwayFromZero);

    public static Purchase Make(string billingCurrency, TransactionKind kind, ref Dice dice)
    {
        var roll = dice.Below(100);
        var (merchants, currency, rate) = billingCurrency switch
        {
            "EUR" => (Merchants.Euro, "EUR", 1m),
            _ when roll < 4 => (Merchants.Yen, "JPY", 0.0060m + (dice.Below(1000) / 1_000_000m)),
            _ when roll < 14 => (Merchants.Euro, "EUR", 1.04m + (dice.Below(1000) / 10_000m)),
            _ => (Merchants.Domestic, billingCurrency, 1m),
        };
        var merchant = dice.Pick<Merchant>(merchants);
        var amount = kind switch
        {
            TransactionKind.Refund => -(100 + dice.Below(900)),
            TransactionKind.Declined => 50_000 + dice.Below(1_000_000),
            _ => 500 + dice.Below(15_000),
        };
        return kind.IsCheck
            ? new Purchase(merchant, billingCurrency, 1, 0, billingCurrency)
            : new Purchase(merchant, currency, rate, amount, billingCurrency);
    }
}
