using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Vts.Callers;
using Vts.Callers.Rules;

namespace Vts.Tests.Callers.Rules;

public sealed class RuleSettingsTests
{
    private const string Card = "vc_A681POqRINI7goyrCNPff7";
    private const string Person = "u_4ADG1FY0xhx6ycTsEdWr1D";

    [Fact]
    public void A_callers_rules_are_as_configured()
    {
        var caller = Find(
            ("Scopes:0", "cards:read"), ("Cards:Ids:0", Card), ("Cards:Statuses:0", "ACTIVE"), ("Cards:Recipients:0", Person),
            ("Cards:Cardholders:0", Person), ("Cards:CreditCards:0", "cc_3hTJqzctbf76fIaqj0TOIT"), ("Fields:0", "last4"), ("Fields:1", "status"));

        Assert.Equal(
            new Caller("ann", "main")
            {
                Scopes = Scopes.Cards,
                Cards = new CardRule
                {
                    Ids = [Card], Statuses = ["ACTIVE"], Recipients = [Person], Cardholders = [Person], CreditCards = ["cc_3hTJqzctbf76fIaqj0TOIT"],
                },
                Fields = new FieldRule { Names = ["status", "last4"] },
            }, caller);
    }

    [Fact]
    public void Without_rules_a_caller_may_read_all() => Assert.Equal(new Caller("ann", "main"), Find());

    [Fact]
    public void All_faults_are_told_at_once_by_their_place()
    {
        (string Place, string Value)[] wrong =
        [
            ("Scopes:0", "cards"), ("Scopes:1", "cards:write"), ("Cards:Ids:0", "vc_1"), ("Cards:Statuses:0", "active"), ("Cards:Recipients:0", "me"),
            ("Cards:Cardholders:0", Card), ("Cards:CreditCards:0", Person), ("Fields:0", "cvv"), ("Fields:1", "Last4"),
        ];

        var faults = Faults([.. wrong, ("Cards:Ids:1", Card), ("Fields:2", "last4")]);

        Assert.Equal(wrong.Length, faults.Length);
        Assert.All(wrong, one => Assert.Contains(faults, fault => fault.StartsWith($"Callers:0:{one.Place} ", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("Scopes", "cards:read")]
    [InlineData("Scopes", "")]
    [InlineData("Fields", "id")]
    [InlineData("Cards", Card)]
    [InlineData("Cards:Ids", Card)]
    [InlineData("Cards:Statuses", "ACTIVE")]
    [InlineData("Card:Ids:0", Card, "Card")]
    [InlineData("Cards:Id:0", Card, "Cards:Id")]
    [InlineData("Scope:0", "cards:read", "Scope")]
    [InlineData("CardIds:0", Card, "CardIds")]
    [InlineData("Cards:Recipients", Person)]
    [InlineData("Cards:Cardholders", Person)]
    [InlineData("Cards:CreditCards", Person)]
    [InlineData("Limits", "5")]
    [InlineData("Limits:Rate", "5")]
    public void A_restriction_that_would_be_passed_over_is_a_fault(string place, string value, string? told = null) =>
        Assert.StartsWith($"Callers:0:{told ?? place} ", Assert.Single(Faults((place, value))), StringComparison.Ordinal);

    [Theory]
    [InlineData("Scope:0", "cards:read", "Scope is no setting: use one of Name, TokenSha256, Account, Scopes, Cards, Fields, Limits")]
    [InlineData("Cards:Id:0", Card, "Cards:Id is no setting: use one of Ids, Statuses, Recipients, Cardholders, CreditCards")]
    [InlineData("Limits:Rate", "5", "Limits:Rate is no setting: use one of RequestsPerSecond, Burst, Concurrency")]
    [InlineData("Cards", Card, "Cards has a value of its own: set Callers:0:Cards:Ids and so on")]
    [InlineData("Cards:Ids", Card, "Cards:Ids has a value of its own: set Callers:0:Cards:Ids:0 and so on")]
    [InlineData("Limits", "5", "Limits has a value of its own: set Callers:0:Limits:RequestsPerSecond and so on")]
    public void What_would_be_passed_over_is_told_with_what_to_write(string place, string value, string told) =>
        Assert.Equal($"Callers:0:{told}", Assert.Single(Faults((place, value))));

    private static string[] Faults(params (string Place, string Value)[] settings)
    {
        using var services = Services(settings);
        var failure = Assert.Throws<OptionsValidationException>(() => services.GetRequiredService<IOptions<CallersOptions>>().Value);
        return [.. failure.Failures];
    }

    private static Caller? Find(params (string Place, string Value)[] settings)
    {
        using var services = Services(settings);
        return services.GetRequiredService<KnownCallers>().Find("t");
    }

    private static ServiceProvider Services((string Place, string Value)[] settings)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(
        [
            new("Extend:Accounts:main:BearerToken", "x"), new("Callers:0:Name", "ann"), new("Callers:0:TokenSha256", KnownCallers.Hash("t")),
            .. settings.Select(setting => KeyValuePair.Create($"Callers:0:{setting.Place}", (string?)setting.Value)),
        ]).Build();
        return new ServiceCollection().AddSingleton<IConfiguration>(configuration).AddMetrics().AddVts(configuration).BuildServiceProvider();
    }
}
