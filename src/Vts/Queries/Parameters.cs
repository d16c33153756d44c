using Extend.Transactions;
using Vts.Cards;
using Vts.Forms;
using Vts.Transactions.Summary;

namespace Vts.Queries;

/// <summary>Every query parameter there is. The grammar is one: a parameter means the same wherever it is taken.</summary>
public static class Parameters
{
    /// <summary>The name of <see cref="CursorOf"/>.</summary>
    public const string Cursor = "cursor";

    /// <summary>The statuses that Extend documents for cards.</summary>
    internal static readonly string[] CardStatuses = [Card.Active, "CANCELLED", "PENDING", "EXPIRED", "CLOSED", "CONSUMED"];

    /// <summary>The types that Extend documents for transactions.</summary>
    internal static readonly string[] Types = ["DEBIT", "CREDIT", "AVS"];

    /// <summary>The orders of cards.</summary>
    internal static readonly string[] Sorts = ["createdAt", "-createdAt", "displayName", "-displayName", "balance", "-balance"];

    /// <summary>What transactions are added up by.</summary>
    internal static readonly string[] Groups = [.. Enum.GetNames<GroupBy>().Select(name => name.ToLowerInvariant())];

    internal static readonly Parameter Status = new("status", "Of these statuses alone; several by comma.", TransactionStatus.Cleared) { Values = TransactionStatus.All, IsList = true };
    internal static readonly Parameter StatusOfCard = new("status", "Of these statuses alone; several by comma.", Card.Active) { Values = CardStatuses, IsList = true };
    internal static readonly Parameter Type = new("type", "Of these types alone: `CREDIT` is a refund, `AVS` an address check; several by comma.", "CREDIT") { Values = Types, IsList = true };
    internal static readonly Parameter From = new("from", "Authorized on or after this day (in `tz`), or at or after this moment.", "2026-03-01");
    internal static readonly Parameter To = new("to", "Authorized on or before this day (in `tz`), or before this moment.", "2026-03-31");
    internal static readonly Parameter Tz = new("tz", "The time zone of days and months: an IANA name or an offset. UTC if none is given.", "America/New_York");
    internal static readonly Parameter MinAmount = new("minAmount", "`amountCents` of at least this, in minor units. Refunds are negative.", "1000") { IsWhole = true };
    internal static readonly Parameter MaxAmount = new("maxAmount", "`amountCents` of at most this, in minor units.", "50000") { IsWhole = true };
    internal static readonly Parameter Merchant = new("merchant", "Part of the merchant's name, whatever the case.", "hotel");
    internal static readonly Parameter Mcc = new("mcc", "Of these merchant category codes alone, four digits each; several by comma.", "7011") { IsList = true };
    internal static readonly Parameter Search = new("search", "Part of the card's name, of its recipient's name, or of its last four digits, whatever the case.", "travel");
    internal static readonly Parameter Recipient = new("recipient", "The cards that this user uses (`u_…`).", "u_2SYT4fUgSZhpdLn7gBZGAn");
    internal static readonly Parameter CreditCard = new("creditCard", "The cards behind which this credit card or budget stands (`cc_…`).", "cc_2SYT4fUgSZhpdLn7gBZGAn");
    internal static readonly Parameter ExpiringBefore = new("expiringBefore", "The cards that expire before this day (in `tz`) or moment.", "2027-01-01");
    internal static readonly Parameter Sort = new("sort", "The order; with `-` from the greatest down. Equals stand by id.", "-createdAt") { Values = Sorts };
    internal static readonly Parameter GroupByOf = new("groupBy", "What to sum up by; `month` is that of the authorization, in `tz`.", "month") { Values = Groups, IsRequired = true };
    internal static readonly Parameter Limit = new("limit", "In pages of this many, 1 to 500; the field `Link` leads to the next.", "100") { IsWhole = true, Least = 1, Most = 500 };
    internal static readonly Parameter LimitOrAll = new("limit", "In pages of this many, 1 to 500; the field `Link` leads to the next. `all`: the whole history in one answer, as NDJSON or CSV.", "100") { Pattern = "^(all|[1-9][0-9]?|[1-4][0-9]{2}|500)$" };
    internal static readonly Parameter CursorOf = new(Cursor, "Where the page begins, from the `Link` of the one before. It belongs to this list and these filters, and ends after a day.", "AQ…");
    internal static readonly Parameter FieldsOfCard = FieldsOf(CardMembers.All.Select(member => member.Name));
    internal static readonly Parameter FieldsOfTransaction = FieldsOf(TransactionMembers.All.Select(member => member.Name));
    internal static readonly Parameter FieldsOfSummary = FieldsOf(SummaryMembers.All.Select(member => member.Name));
    internal static readonly Parameter Bom = new("bom", "`1`: a CSV begins with a byte order mark, without which Excel does not read it as UTF-8.", "1") { Values = ["0", "1"] };
    internal static readonly Parameter TextOf = new("text", "`raw`: free text as Extend sends it, but for card numbers; `clean`: without control and invisible characters, as usual.", "clean") { Values = ["clean", "raw"] };

    private static Parameter FieldsOf(IEnumerable<string> names) =>
        new("fields", "These members alone, by comma, or `all` there are.", "all") { Values = ["all", .. names], IsList = true };
}
