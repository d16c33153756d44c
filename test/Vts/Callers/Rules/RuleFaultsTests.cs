using Vts.Callers.Rules;

namespace Vts.Tests.Callers.Rules;

public sealed class RuleFaultsTests
{
    private const string Card = "vc_A681POqRINI7goyrCNPff7";
    private const string Person = "u_4ADG1FY0xhx6ycTsEdWr1D";
    private const string CreditCard = "cc_3hTJqzctbf76fIaqj0TOIT";

    [Fact]
    public void What_is_right_has_no_fault()
    {
        var rule = new CardRule { Ids = [Card], Statuses = ["ACTIVE"], Recipients = [Person], Cardholders = [Person], CreditCards = [CreditCard] };

        Assert.Empty(RuleFaults.OfScopes("scopes", ["cards:read", "transactions:read"]));
        Assert.Empty(RuleFaults.Of("cards", rule));
        Assert.Empty(RuleFaults.Of("cards", new CardRule()));
        Assert.Empty(RuleFaults.Of("fields", new FieldRule { Names = [.. FieldNames.All] }));
    }

    [Fact]
    public void A_wrong_scope_is_told_with_those_there_are() =>
        Assert.Equal(["scopes:1 is no scope: use cards:read or transactions:read"], RuleFaults.OfScopes("scopes", ["cards:read", "cards:write"]));

    [Fact]
    public void What_fits_no_card_is_told_by_its_place_and_with_what_would_fit()
    {
        var rule = new CardRule { Ids = [Card, Person], Statuses = ["active"], Recipients = [Card], Cardholders = ["me"], CreditCards = ["cc_1"] };

        Assert.Equal(
        [
            "cards:Ids:1 is no card's id: vc_ and 22 letters or digits",
            "cards:Statuses:0 is no status: use Extend's, in capital letters, as ACTIVE",
            "cards:Recipients:0 is no user's id: u_ and 22 letters or digits",
            "cards:Cardholders:0 is no user's id: u_ and 22 letters or digits",
            "cards:CreditCards:0 is no credit card's id: cc_ and 22 letters or digits",
        ], RuleFaults.Of("cards", rule));
    }

    [Fact]
    public void A_wrong_member_is_told_with_those_there_are()
    {
        var fault = Assert.Single(RuleFaults.Of("fields", new FieldRule { Names = ["last4", "cvc"] }));

        Assert.StartsWith("fields:1 is no member of a card or a transaction: use some of ", fault, StringComparison.Ordinal);
        Assert.EndsWith(string.Join(", ", FieldNames.All), fault, StringComparison.Ordinal);
    }

    [Fact]
    public void A_list_that_names_nothing_is_a_fault()
    {
        var rule = new CardRule { Ids = [], Statuses = [], Recipients = [], Cardholders = [], CreditCards = [] };

        Assert.Equal(["scopes names nothing: name at least one, or leave it out"], RuleFaults.OfScopes("scopes", []));
        Assert.Equal(
            ["Ids", "Statuses", "Recipients", "Cardholders", "CreditCards"],
            RuleFaults.Of("cards", rule).Select(fault => fault["cards:".Length..fault.IndexOf(" names nothing: ", StringComparison.Ordinal)]));
        Assert.Equal(["fields names nothing: name at least one, or leave it out"], RuleFaults.Of("fields", new FieldRule { Names = [] }));
    }

    [Theory]
    [InlineData("")]
    [InlineData("ACTIVe")]
    [InlineData("aCTIVE")]
    [InlineData("ACTIVE ")]
    [InlineData("ACTIVE2")]
    [InlineData("ÄCTIVE")]
    [InlineData("AAAAAAAAAABBBBBBBBBBCCCCCCCCCCDDDDDDDDDDE")]
    public void A_status_in_no_form_that_Extend_has_is_a_fault(string status) =>
        Assert.Single(RuleFaults.Of("cards", new CardRule { Statuses = [status] }));

    [Theory]
    [InlineData("A")]
    [InlineData("NOT_YET_KNOWN")]
    [InlineData("AAAAAAAAAABBBBBBBBBBCCCCCCCCCCDDDDDDDDDD")]
    public void A_status_that_Extend_may_add_is_none(string status) =>
        Assert.Empty(RuleFaults.Of("cards", new CardRule { Statuses = [status] }));
}
