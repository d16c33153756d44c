using Extend.Accounts;

namespace Extend.Tests;

public sealed class ExtendOptionsTests
{
    [Theory]
    [InlineData("http://api.example.com", "https://")]
    [InlineData("ftp://localhost", "not a web address")]
    [InlineData("localhost:5081", "not a web address")]
    [InlineData("https://user:secret@api.example.com", "without user")]
    [InlineData("https://api.example.com/?a=b", "without user, query")]
    [InlineData("https://v.paywithextend.com", "vault")]
    [InlineData("https://V.PayWithExtend.com.", "vault")]
    [InlineData("https://v-stage.paywithextend.com/x", "vault")]
    public void An_address_that_must_not_be_asked_is_refused(string address, string reason)
    {
        var failures = Failures(new ExtendOptions { BaseUrl = address, Accounts = { ["main"] = Key } });

        Assert.Contains(reason, Assert.Single(failures));
        Assert.Contains("BaseUrl", failures[0]);
    }

    [Theory]
    [InlineData("https://apiv2.paywithextend.com")]
    [InlineData("https://proxy.example.com/extend/")]
    [InlineData("http://localhost:5081")]
    [InlineData("http://127.0.0.1:5081")]
    [InlineData("http://[::1]:5081")]
    public void Https_and_this_machine_are_accepted(string address) =>
        Assert.Empty(Failures(new ExtendOptions { BaseUrl = address, Accounts = { ["main"] = Key } }));

    [Fact]
    public void All_faults_are_told_at_once_and_none_tells_a_secret()
    {
        var failures = Failures(new ExtendOptions
        {
            Concurrency = 0,
            CallTimeout = TimeSpan.Zero,
            RequestsPerMinute = -1,
            Accounts =
            {
                ["none"] = new(),
                ["both"] = new() { ApiKey = "canary-1", ApiSecret = "canary-2", Email = "canary-3", Password = "canary-4" },
                ["half"] = new() { Email = "canary-5" },
                ["line"] = new() { BearerToken = "canary-6\r\nX: y" },
                ["plain"] = new() { ApiKey = "canary-7", ApiSecret = "canary-8", BaseUrl = "http://example.com" },
            },
        });

        Assert.Equal(8, failures.Length);
        foreach (var part in new[] { "Concurrency", "CallTimeout", "RequestsPerMinute", "none", "both", "half:Password", "line:BearerToken", "plain:BaseUrl" })
        {
            Assert.Contains(failures, failure => failure.Contains(part));
        }

        Assert.DoesNotContain("canary", string.Join("\n", failures));
    }

    private static AccountOptions Key => new() { ApiKey = "k", ApiSecret = "s" };

    private static string[] Failures(ExtendOptions options) => [.. new ExtendOptionsValidator().Validate(null, options).Failures ?? []];
}
