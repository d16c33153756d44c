using Vts.Cards;
using Vts.Forms;
using Vts.Queries;

namespace Vts.Tests.Queries;

public sealed class CardsQueryTests
{
    private const string User = "u_4ADG1FY0xhx6ycTsEdWr1D";
    private const string CreditCard = "cc_3hTJqzctbf76fIaqj0TOIT";

    [Fact]
    public void Nothing_asked_for_is_all_newest_first()
    {
        var query = Ask.Cards("");
        Assert.True(query.Filter.IsAll);
        Assert.Equal(("-createdAt", null, null), (query.Order.Name, query.PageSize, query.Cursor));
    }

    [Fact]
    public async Task A_request_without_a_query_asks_for_all_in_the_usual_form()
    {
        Assert.Equal(Ask.Cards(""), await CardsQuery.BindAsync(Ask.Plainly()));
        Assert.Equal(new CardQuery(FieldSelection.Usual, RawText: false), await CardQuery.BindAsync(Ask.Plainly()));
        Assert.Equal(
            new Presentation(Form.Csv, FieldSelection.Usual, ByteOrderMark: false, RawText: false),
            PresentationReader.Read(Ask.Plainly(), CardsQuery.Parameters, Form.Csv));
    }

    [Theory]
    [InlineData("cursor=x", 100)]
    [InlineData("cursor=x&limit=7", 7)]
    [InlineData("limit=500", 500)]
    [InlineData("", null)]
    public void A_page_is_as_long_as_asked_for_and_after_a_cursor_of_the_usual_length(string query, int? length) =>
        Assert.Equal(length, Ask.Cards(query).PageSize);

    [Fact]
    public void Every_part_is_read()
    {
        var query = Ask.Cards(
            $"status=CLOSED,ACTIVE&search=travel&recipient={User}&creditCard={CreditCard}&expiringBefore=2027-01-01&tz=-05:00&sort=balance&limit=7&cursor=x");

        Assert.Equal(
            new CardsFilter
            {
                Statuses = ["ACTIVE", "CLOSED"],
                Search = "TRAVEL",
                RecipientId = User,
                CreditCardId = CreditCard,
                ExpiringBefore = new(2027, 1, 1, 5, 0, 0, TimeSpan.Zero),
            },
            query.Filter);
        Assert.Equal(("balance", 7, "x"), (query.Order.Name, query.PageSize, query.Cursor));
    }

    [Theory]
    [InlineData("status=CLEARED", "nearest to yours is CLOSED.")]
    [InlineData("status=active", "nearest to yours is ACTIVE.")]
    [InlineData("sort=-created", "nearest to yours is -createdAt.")]
    [InlineData("recipient=" + CreditCard, "u_ and 22")]
    [InlineData("creditCard=" + User, "cc_ and 22")]
    [InlineData("expiringBefore=soon", "is a day, as 2027-01-01")]
    public void A_value_that_it_does_not_take_is_refused(string query, string told) => Assert.Contains(told, Ask.Fault(() => Ask.Cards(query)));

    [Theory]
    [InlineData("trav", true)]
    [InlineData("LOVELACE", true)]
    [InlineData("5348", true)]
    [InlineData("34", true)]
    [InlineData("ada@example.com", false)]
    [InlineData("vc_A681", false)]
    public void Search_looks_at_the_names_and_the_last_four_digits(string search, bool finds) =>
        Assert.Equal(finds, new CardsFilter { Search = search }.Matches(Travel));

    [Fact]
    public void A_card_must_fit_each_part()
    {
        Assert.True(new CardsFilter { Statuses = ["ACTIVE"], RecipientId = User, CreditCardId = CreditCard, ExpiringBefore = Expiry.AddTicks(1) }.Matches(Travel));
        Assert.False(new CardsFilter { Statuses = [] }.Matches(Travel));
        Assert.False(new CardsFilter { ExpiringBefore = Expiry }.Matches(Travel));
        Assert.False(new CardsFilter { RecipientId = "u_2SYT4fUgSZhpdLn7gBZGAn" }.Matches(Travel));
        Assert.False(new CardsFilter { CreditCardId = "cc_2SYT4fUgSZhpdLn7gBZGAn" }.Matches(Travel));
    }

    [Fact]
    public void A_card_of_which_Extend_tells_nothing_fits_no_part()
    {
        var bare = new Card("vc_A681POqRINI7goyrCNPff7", null, null, null, null, "ACTIVE");
        Assert.False(new CardsFilter { ExpiringBefore = DateTimeOffset.MaxValue }.Matches(bare));
        Assert.False(new CardsFilter { Search = "a" }.Matches(bare));
        Assert.False(new CardsFilter { RecipientId = User }.Matches(bare));
    }

    [Theory]
    [InlineData("fields=displayNmae", "nearest to yours is displayName.")]
    [InlineData("fields=amountCents", "takes all, id, displayName")]
    [InlineData("bom=true", "'bom' takes 0, 1.")]
    [InlineData("text=RAW", "nearest to yours is raw.")]
    public void What_a_card_does_not_have_cannot_be_asked_for(string query, string told) =>
        Assert.Contains(told, Ask.Fault(() => Ask.Presentation(query, CardsQuery.Parameters)));

    [Fact]
    public void Members_are_named_or_all()
    {
        Assert.Equal(["id", "last4"], Ask.Presentation("fields=last4,id,last4", CardsQuery.Parameters).Fields.Names);
        Assert.False(Ask.Presentation("fields=last4", CardsQuery.Parameters).Fields.IsAll);
        Assert.True(Ask.Presentation("fields=last4&fields=all", CardsQuery.Parameters).Fields.IsAll);
        Assert.Null(Ask.Presentation("", CardsQuery.Parameters).Fields.Names);
        Assert.True(Ask.Presentation("bom=1&text=raw", CardsQuery.Parameters) is { ByteOrderMark: true, RawText: true });
    }

    private static DateTimeOffset Expiry { get; } = new(2027, 3, 1, 0, 0, 0, TimeSpan.Zero);

    private static Card Travel { get; } = new("vc_A681POqRINI7goyrCNPff7", "Travel", 5000, 255, "5348", "ACTIVE")
    {
        Facts = CardFacts.None with
        {
            RecipientId = User, RecipientName = "Ada Lovelace", RecipientEmail = "ada@example.com", CreditCardId = CreditCard, Expires = Expiry,
        },
    };
}
