using Extend;
using Extend.Accounts;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;
using Vts.Callers;

namespace Vts.Tests.Callers;

public sealed class CallersOptionsTests
{
    [Fact]
    public void Nobody_configured_is_a_fault_that_says_what_to_set() =>
        Assert.Contains("Callers:0:TokenSha256", Assert.Single(Failures()));

    [Fact]
    public void All_faults_are_told_at_once()
    {
        var failures = Failures(
            new CallerOptions { TokenSha256 = "abc", Account = "one" },
            new CallerOptions { Name = "b", TokenSha256 = KnownCallers.Hash("t"), Account = "three" },
            new CallerOptions { Name = "c", TokenSha256 = KnownCallers.Hash("t").ToUpperInvariant() });

        Assert.Equal(5, failures.Length);
        foreach (var part in new[] { "Callers:0:Name", "Callers:0:TokenSha256", "Callers:1:Account", "Callers:2:Account", "Callers:1 and 2" })
        {
            Assert.Contains(failures, failure => failure.Contains(part));
        }
    }

    [Fact]
    public void A_caller_is_found_by_its_token_and_no_other()
    {
        var callers = new KnownCallers(
            Options.Create(new CallersOptions { Known = { Known("ann", "t1", "one"), Known("bob", "t2", "two") } }), Options.Create(Accounts));

        Assert.Equal(new Caller("ann", "one"), callers.Find("t1"));
        Assert.Equal(new Caller("bob", "two"), callers.Find("t2"));
        Assert.Null(callers.Find("t3"));
        Assert.Null(callers.Find("t1 "));
        Assert.Null(callers.Find(KnownCallers.Hash("t1")));
    }

    private static ExtendOptions Accounts => new()
    {
        Accounts = { ["one"] = new AccountOptions { BearerToken = "x" }, ["two"] = new AccountOptions { BearerToken = "y" } },
    };

    private static IConfiguration Configured => new ConfigurationBuilder()
        .AddInMemoryCollection(new Dictionary<string, string?> { ["Extend:Accounts:one:BearerToken"] = "x", ["Extend:Accounts:two:BearerToken"] = "y" })
        .Build();

    private static CallerOptions Known(string name, string token, string account) =>
        new() { Name = name, TokenSha256 = KnownCallers.Hash(token), Account = account };

    private static string[] Failures(params CallerOptions[] callers)
    {
        var options = new CallersOptions();
        foreach (var caller in callers)
        {
            options.Known.Add(caller);
        }

        return [.. new CallersOptionsValidator(Configured).Validate(null, options).Failures ?? []];
    }
}
