using CsCheck;
using Vts.Queries;
using Vts.Transactions;

namespace Vts.Tests.Queries;

public sealed class FilterTests
{
    private static readonly DateTimeOffset Noon = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    private static readonly Gen<string[]?> List = Gen.Select(Gen.Bool, Gen.OneOf("a", "b", "1:a", "]").Array[0, 3], (isNull, list) => isNull ? null : list);
    private static readonly Gen<DateTimeOffset?> Time = Gen.OneOf<DateTimeOffset?>(null, Noon, Noon.ToOffset(TimeSpan.FromHours(5)), Noon.AddTicks(1));
    private static readonly Gen<long?> Number = Gen.OneOf<long?>(null, 0, -1, 1, 11);
    private static readonly Gen<string?> Text = Gen.OneOf(null, "a", "A", "straße", "STRASSE", "]max[1:1");

    private static readonly Gen<TransactionFilter> Filters = Gen.Select(List, List, Time, Time, Number, Number, Text, (statuses, mccs, from, before, min, max, merchant) =>
        new TransactionFilter { Statuses = statuses, Mccs = mccs, From = from, Before = before, MinAmountCents = min, MaxAmountCents = max, Merchant = merchant });

    [Fact]
    public void Filters_have_one_name_exactly_if_they_are_equal_part_by_part() => Gen.Select(Filters, Filters).Sample((one, other) =>
    {
        foreach (var (left, right) in new[] { (one, other), (one, one with { Merchant = other.Merchant }), (one, one with { Mccs = one.Mccs?.Reverse().ToArray() }) })
        {
            var areEqual = AreEqual(left.Statuses, right.Statuses) && AreEqual(left.Mccs, right.Mccs)
                && left.From == right.From && left.Before == right.Before
                && left.MinAmountCents == right.MinAmountCents && left.MaxAmountCents == right.MaxAmountCents
                && string.Equals(left.Merchant, right.Merchant, StringComparison.OrdinalIgnoreCase);
            Assert.Equal(areEqual, left.Name == right.Name);
            Assert.Equal(areEqual, left == right);
        }
    });

    [Fact]
    public void Only_a_filter_without_parts_is_all()
    {
        Assert.True(TransactionFilter.All.IsAll);
        Assert.True(new CardsFilter().IsAll);
        Assert.All(
            new TransactionFilter[]
            {
                new() { Statuses = [] }, new() { Types = [] }, new() { Mccs = [] }, new() { From = Noon }, new() { Before = Noon },
                new() { MinAmountCents = 0 }, new() { MaxAmountCents = 0 }, new() { Merchant = "a" },
            },
            filter => Assert.False(filter.IsAll));
        Assert.All(
            new CardsFilter[]
            {
                new() { Statuses = [] }, new() { RecipientId = "a" }, new() { CreditCardId = "a" }, new() { ExpiringBefore = Noon }, new() { Search = "a" },
            },
            filter => Assert.False(filter.IsAll));
    }

    [Fact]
    public void A_card_filter_is_equal_to_none_that_is_not_there() => Assert.False(new CardsFilter().Equals(null));

    [Fact]
    public void The_parts_of_a_card_filter_are_not_taken_for_each_other()
    {
        CardsFilter[] filters =
        [
            new(), new() { Search = "a" }, new() { RecipientId = "a" }, new() { CreditCardId = "a" }, new() { Statuses = ["a"] },
            new() { ExpiringBefore = Noon }, new() { Statuses = [] }, new() { Statuses = ["a", "b"] }, new() { Statuses = ["ab"] },
        ];
        Assert.Equal(filters.Length, filters.Select(filter => filter.Name).Distinct().Count());
        Assert.Equal(new CardsFilter { Statuses = ["b", "a"], Search = "X" }, new CardsFilter { Statuses = ["a", "b"], Search = "x" });
    }

    [Fact]
    public void A_transaction_must_fit_each_part()
    {
        Assert.True(TransactionFilter.All.Matches(Hotel));
        Assert.True(new TransactionFilter { Statuses = ["CLEARED"], Types = ["DEBIT"], Mccs = ["7011"], Merchant = "hotel" }.Matches(Hotel));
        Assert.True(new TransactionFilter { MinAmountCents = 12750, MaxAmountCents = 12750 }.Matches(Hotel));
        Assert.True(new TransactionFilter { From = Noon, Before = Noon.AddTicks(1) }.Matches(Hotel));

        Assert.False(new TransactionFilter { Statuses = ["PENDING"] }.Matches(Hotel));
        Assert.False(new TransactionFilter { Types = ["CREDIT"] }.Matches(Hotel));
        Assert.False(new TransactionFilter { Mccs = ["7012"] }.Matches(Hotel));
        Assert.False(new TransactionFilter { Merchant = "hotels" }.Matches(Hotel));
        Assert.False(new TransactionFilter { MinAmountCents = 12751 }.Matches(Hotel));
        Assert.False(new TransactionFilter { MaxAmountCents = 12749 }.Matches(Hotel));
        Assert.False(new TransactionFilter { From = Noon.AddTicks(1) }.Matches(Hotel));
        Assert.False(new TransactionFilter { Before = Noon }.Matches(Hotel));
    }

    [Fact]
    public void What_Extend_does_not_tell_fits_no_part()
    {
        var bare = new Transaction("txn_1", "vc_1", "PENDING", null, null, null, null, null, null, null);
        foreach (var filter in new TransactionFilter[]
                 {
                     new() { Types = ["DEBIT"] }, new() { Mccs = ["7011"] }, new() { Merchant = "a" }, new() { MinAmountCents = long.MinValue },
                     new() { MaxAmountCents = long.MaxValue }, new() { From = DateTimeOffset.MinValue }, new() { Before = DateTimeOffset.MaxValue },
                 })
        {
            Assert.False(filter.Matches(bare));
        }
    }

    private static Transaction Hotel { get; } = new("txn_1", "vc_1", "CLEARED", "DEBIT", 12750, "USD", "BEISPIEL HOTEL BERLIN", "7011", Noon, Noon.AddDays(1));

    private static bool AreEqual(IReadOnlyList<string>? one, IReadOnlyList<string>? other) =>
        one is null || other is null ? one is null && other is null : one.ToHashSet().SetEquals(other);
}
