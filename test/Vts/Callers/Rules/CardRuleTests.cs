using CsCheck;
using Vts.Callers.Rules;
using Vts.Cards;

namespace Vts.Tests.Callers.Rules;

public sealed class CardRuleTests
{
    private const string One = "vc_A681POqRINI7goyrCNPff7";
    private const string Other = "vc_9OqOVoiprAi9lvBFmbGj0n";

    private static readonly Gen<string[]?> List = Gen.Select(Gen.Bool, Gen.OneOf("a", "b", "1:a", ";", "").Array[0, 3], (isNull, list) => isNull ? null : list);

    private static readonly Gen<CardRule> Rules = Gen.Select(List, List, List, List, List, (ids, statuses, recipients, cardholders, creditCards) => new CardRule
    {
        Ids = ids, Statuses = statuses, Recipients = recipients, Cardholders = cardholders, CreditCards = creditCards,
    });

    [Fact]
    public void A_card_is_within_a_rule_if_it_fits_each_list_there_is() => Gen.Select(Rules, Cards).Sample((rule, card) =>
        rule.Covers(card) == (
            Fits(rule.Ids, card.Id) && Fits(rule.Statuses, card.Status) && Fits(rule.Recipients, card.Facts.RecipientId)
            && Fits(rule.Cardholders, card.Facts.CardholderId) && Fits(rule.CreditCards, card.Facts.CreditCardId)), iter: 20_000);

    [Fact]
    public void Rules_are_equal_and_have_one_name_exactly_if_they_cover_the_same_by_the_same_lists() => Gen.Select(Rules, Rules).Sample((one, other) =>
    {
        var isSame = Same(one.Ids, other.Ids) && Same(one.Statuses, other.Statuses) && Same(one.Recipients, other.Recipients)
            && Same(one.Cardholders, other.Cardholders) && Same(one.CreditCards, other.CreditCards);
        return (one == other) == isSame && (one.Name == other.Name) == isSame && (!isSame || one.GetHashCode() == other.GetHashCode());
    }, iter: 20_000);

    [Fact]
    public void A_card_of_which_extend_does_not_tell_the_member_is_outside()
    {
        var card = Card(One);

        Assert.False(new CardRule { Recipients = ["u_4ADG1FY0xhx6ycTsEdWr1D"] }.Covers(card));
        Assert.False(new CardRule { Cardholders = ["u_4ADG1FY0xhx6ycTsEdWr1D"] }.Covers(card));
        Assert.False(new CardRule { CreditCards = ["cc_3hTJqzctbf76fIaqj0TOIT"] }.Covers(card));
    }

    [Fact]
    public void A_list_that_names_nothing_covers_nothing_and_none_at_all_covers_everything()
    {
        Assert.True(CardRule.All.Covers(Card(One)));
        Assert.True(CardRule.All.MayCover(One));
        Assert.False(new CardRule { Ids = [] }.MayCover(One));
        Assert.False(new CardRule { Statuses = [] }.Covers(Card(One)));
    }

    [Fact]
    public void A_copy_with_another_list_goes_by_that_list()
    {
        var rule = new CardRule { Ids = [One] };
        Assert.True(rule.MayCover(One));

        var copy = rule with { Ids = [Other] };

        Assert.False(copy.MayCover(One));
        Assert.True(copy.MayCover(Other));
        Assert.NotEqual(rule, copy);
    }

    private static Gen<Card> Cards => Gen.Select(Gen.OneOf("a", "b"), Gen.OneOf("a", "b"), Text, Text, Text,
        (id, status, recipient, cardholder, creditCard) => Card(id, status) with { Facts = new CardFacts { RecipientId = recipient, CardholderId = cardholder, CreditCardId = creditCard } });

    private static Gen<string?> Text => Gen.OneOf<string?>("a", "b", null);

    private static Card Card(string id, string status = "ACTIVE") => new(id, "Travel", 5000, 255, "5348", status);

    private static bool Fits(IReadOnlyList<string>? list, string? value) => list is null || (value is not null && list.Contains(value));

    private static bool Same(IReadOnlyList<string>? one, IReadOnlyList<string>? other) =>
        one is null || other is null ? one is null && other is null : one.ToHashSet().SetEquals(other);
}
