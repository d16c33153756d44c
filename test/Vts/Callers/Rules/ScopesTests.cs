using Vts.Callers;
using Vts.Callers.Rules;

namespace Vts.Tests.Callers.Rules;

public sealed class ScopesTests
{
    [Theory]
    [InlineData("cards:read", true, Scopes.Cards)]
    [InlineData("transactions:read", true, Scopes.Transactions)]
    [InlineData("cards:write", false, Scopes.None)]
    [InlineData("CARDS:READ", false, Scopes.None)]
    [InlineData("", false, Scopes.None)]
    [InlineData(null, false, Scopes.None)]
    public void A_scope_is_known_by_its_name_alone(string? name, bool known, Scopes expected)
    {
        Assert.Equal(known, ScopeNames.TryParse(name, out var scope));
        Assert.Equal(expected, scope);
    }

    [Fact]
    public void Scopes_are_named_as_they_are_read()
    {
        Assert.Equal(["cards:read", "transactions:read"], ScopeNames.Of(ScopeNames.Parse(["transactions:read", "cards:read", "cards:write"])));
        Assert.Equal(["transactions:read"], ScopeNames.Of(Scopes.Transactions));
        Assert.Empty(ScopeNames.Of(Scopes.None));
    }

    [Fact]
    public void A_read_without_its_scope_ends_with_the_scope_that_is_missing()
    {
        var caller = new Caller("ann", "main") { Scopes = Scopes.Cards };

        ScopeMissingException.ThrowIfMissing(caller, Scopes.Cards);
        var missing = Assert.Throws<ScopeMissingException>(() => ScopeMissingException.ThrowIfMissing(caller, Scopes.Transactions));

        Assert.Equal(Scopes.Transactions, missing.Scope);
        Assert.Equal("The caller may not read this.", missing.Message);
    }
}
