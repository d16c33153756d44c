using CsCheck;
using Extend.VirtualCards;

using Vts.Tests.Text;

using Source = Extend.Transactions.Transaction;
using Shown = Vts.Transactions.Transaction;
using ShownCard = Vts.Cards.Card;

namespace Vts.Tests.Forms;

/// <summary>Cards and transactions as odd as Extend could ever tell them.</summary>
internal static class OddRows
{
    private static readonly Gen<string?> Text = OddText.Any.Null();

    private static readonly Gen<string?> Currency = Gen.OneOf<string?>("USD", "EUR", "JPY", "KWD", "CLF", "usd", "???", null);

    private static readonly Gen<long?> Cents = Gen.Frequency((3, Gen.Long[-100_000, 100_000]), (1, Gen.Long), (1, Gen.OneOf(long.MinValue, long.MaxValue, 0))).Nullable();

    private static readonly Gen<DateTimeOffset?> Time = Gen.DateTimeOffset.Nullable();

    public static Gen<ShownCard> Card { get; } =
        Gen.Select(Text.Array[12], Cents.Array[6], Currency, Time.Array[5], Gen.Bool.Nullable()).Select((texts, cents, currency, times, flag) => ShownCard.From(new VirtualCard
        {
            Id = "vc_A681POqRINI7goyrCNPff7", Status = texts[0] ?? "ACTIVE", DisplayName = texts[1], LimitCents = cents[0], BalanceCents = cents[1], Last4 = texts[2],
            Currency = currency, SpentCents = cents[2], LifetimeSpentCents = cents[3], Notes = texts[3], CompanyName = texts[4], Timezone = texts[5],
            Recipient = new User { FirstName = texts[6], LastName = texts[7], Email = texts[8] }, RecipientId = texts[9], IssuerName = texts[10], Network = texts[11],
            MaxTransactionCount = cents[4], MaxTransactionCents = cents[5], Recurs = flag, Expires = times[0], CreatedAt = times[1], UpdatedAt = times[2], ValidTo = times[3],
            ActiveUntil = times[4],
        }));

    public static Gen<Shown> Transaction { get; } = Gen.Select(
        Text.Array[12], Cents.Array[4], Currency.Array[3], Time.Array[3], Gen.OneOf("PENDING", "CLEARED", "NO_MATCH", "DECLINED", "AUTH_REVERSAL", "NEW"),
        Gen.OneOf<string?>("DEBIT", "CREDIT", "AVS", null), Gen.Decimal.Nullable()).Select((texts, cents, currencies, times, status, type, rate) => Shown.From("vc_1", new Source
        {
            Id = "txn_1GXIHRCPThxAJRf4PPBNOQ", Status = status, Type = type, AuthBillingAmountCents = cents[0], AuthBillingCurrency = currencies[0],
            ClearingBillingAmountCents = cents[1], ClearingBillingCurrency = currencies[1], ClearingMerchantAmountCents = cents[2], ClearingMerchantCurrency = currencies[2],
            AuthExchangeRate = rate, ClearingExchangeRate = rate, MerchantName = texts[0], Mcc = texts[1], MerchantCity = texts[2], MerchantAddress = texts[3], Notes = texts[4],
            RecipientName = texts[5], NameOnCard = texts[6], Source = texts[7], ReviewStatus = texts[8], VcnLast4 = texts[9], VcnDisplayName = texts[10], MccDescription = texts[11],
            AttachmentsCount = cents[3], AuthedAt = times[0], ClearedAt = times[1], UpdatedAt = times[2],
        }));
}
