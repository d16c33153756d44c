using Extend.Accounts;

namespace Extend.Tests.Accounts;

public sealed class AccountOptionsTests
{
    private const string OneLogin = "either ApiKey and ApiSecret, or Email and Password, or BearerToken";

    [Fact]
    public void Each_of_the_three_logins_is_enough()
    {
        Assert.Empty(new AccountOptions { ApiKey = "k", ApiSecret = "s:s" }.Faults());
        Assert.Empty(new AccountOptions { Email = "a@example.com", Password = "p:p" }.Faults());
        Assert.Empty(new AccountOptions { BearerToken = "t", BaseUrl = "https://example.com" }.Faults());
    }

    [Theory]
    [InlineData("k", null, ":ApiSecret")]
    [InlineData(null, "s", ":ApiKey")]
    [InlineData("k", "", ":ApiSecret")]
    public void Half_an_api_key_is_told_of_the_other_half(string? key, string? secret, string setting)
    {
        var fault = Assert.Single(new AccountOptions { ApiKey = key, ApiSecret = secret }.Faults());
        Assert.Equal((setting, "is missing; set it beside the rest of this login"), fault);
    }

    [Theory]
    [InlineData("a@example.com", null, ":Password")]
    [InlineData(null, "p", ":Email")]
    public void Half_a_password_login_is_told_of_the_other_half(string? email, string? password, string setting) =>
        Assert.Equal(setting, Assert.Single(new AccountOptions { Email = email, Password = password }.Faults()).Setting);

    [Fact]
    public void No_login_or_more_than_one_is_told_of_the_account_itself()
    {
        AccountOptions[] several =
        [
            new() { ApiKey = "k", ApiSecret = "s", BearerToken = "t" }, new() { ApiSecret = "s", Password = "p" }, new() { Email = "a", BearerToken = "t" },
            new() { ApiKey = "k", ApiSecret = "s", Email = "a", Password = "p", BearerToken = "t" },
        ];

        Assert.All(several, account => Assert.Equal(("", $"names more than one login: keep {OneLogin}"), Assert.Single(account.Faults())));
        Assert.Equal(("", "names no login: set ApiKey and ApiSecret (recommended), or Email and Password, or BearerToken"),
            Assert.Single(new AccountOptions { ApiKey = "", Email = "", BearerToken = "" }.Faults()));
    }

    [Fact]
    public void What_would_break_a_header_is_told_and_not_repeated()
    {
        Assert.Equal([(":ApiKey", "holds a control character; check how it was copied"), (":ApiSecret", "holds a control character; check how it was copied")],
            new AccountOptions { ApiKey = "k\n", ApiSecret = "\ts" }.Faults());
        Assert.Equal([(":ApiKey", "holds a colon, which an API key cannot")], new AccountOptions { ApiKey = "k:k", ApiSecret = "s" }.Faults());
    }

    [Fact]
    public void A_wrong_address_is_told_beside_the_rest() =>
        Assert.Equal([":BaseUrl", ""], new AccountOptions { BaseUrl = "example.com" }.Faults().Select(fault => fault.Setting));

    [Theory]
    [InlineData("https://vault.paywithextend.com")]
    [InlineData("https://v.example.com")]
    [InlineData("https://paywithextend.com/v-x")]
    public void Only_the_vault_is_the_vault(string address) => Assert.Null(BaseAddress.Fault(address));

    [Theory]
    [InlineData("https://example.com/#a")]
    [InlineData("https://user@example.com/")]
    [InlineData("https://example.com/?a")]
    public void An_address_is_nothing_but_an_address(string address) => Assert.Equal("must be an address alone, without user, query or fragment", BaseAddress.Fault(address));

    [Theory]
    [InlineData("https://example.com", "https://example.com/")]
    [InlineData("https://example.com/extend", "https://example.com/extend/")]
    [InlineData("https://example.com/extend/", "https://example.com/extend/")]
    public void Paths_are_joined_to_the_whole_address(string address, string expected) => Assert.Equal(expected, BaseAddress.Parse(address).AbsoluteUri);
}
