using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Vts.Queries;

namespace Vts.Tests.Queries;

public sealed class ListOptionsTests
{
    [Theory]
    [InlineData("")]
    [InlineData("secret")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA==")]
    public void A_key_that_is_too_short_or_no_base64_is_a_fault_that_says_how_to_make_one(string key)
    {
        var fault = Assert.Single(Faults("Lists:CursorKey", key));
        Assert.Contains("openssl rand -base64 32", fault);
        Assert.StartsWith("Lists:CursorKey", fault);
    }

    [Fact]
    public void A_misspelt_setting_is_a_fault() => Assert.Contains("Lists:CursorKeys is no setting", Assert.Single(Faults("Lists:CursorKeys", "x")));

    [Fact]
    public void A_key_of_32_bytes_or_none_is_fine()
    {
        Assert.Empty(Faults("Lists:CursorKey", Convert.ToBase64String(new byte[32])));
        Assert.Empty(Faults("Other", "x"));
    }

    private static IEnumerable<string> Faults(string setting, string value)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?> { [setting] = value }).Build();
        using var services = new ServiceCollection().AddQueries(configuration).BuildServiceProvider();
        try
        {
            _ = services.GetRequiredService<IOptions<ListOptions>>().Value;
            return [];
        }
        catch (OptionsValidationException refused)
        {
            return refused.Failures;
        }
    }
}
