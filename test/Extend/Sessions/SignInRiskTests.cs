using Extend.Connections;
using Extend.Sessions;

namespace Extend.Tests.Sessions;

public sealed class SignInRiskTests
{
    [Theory]
    [InlineData(401, """{"error":"Account locked, contact support"}""", ExtendFault.AccountLocked)]
    [InlineData(403, """{"error":"This user is SUSPENDED"}""", ExtendFault.AccountLocked)]
    [InlineData(401, """{"error":"Verification code required"}""", ExtendFault.SignInNeedsCode)]
    [InlineData(400, """{"error":"MFA required"}""", ExtendFault.SignInNeedsCode)]
    [InlineData(401, """{"error":"Unauthorized"}""", ExtendFault.SignInRefused)]
    [InlineData(401, "", ExtendFault.SignInRefused)]
    [InlineData(403, """{"error":"No"}""", ExtendFault.SignInForbidden)]
    [InlineData(401, """{"error":{"code":1}}""", ExtendFault.SignInRefused)]
    [InlineData(403, "<html>", ExtendFault.SignInChallenged)]
    [InlineData(200, " \n<!doctype html>", ExtendFault.SignInChallenged)]
    public async Task Each_sign_is_told_from_the_others(int status, string body, ExtendFault expected) =>
        Assert.Equal(expected, SignInRisk.Of(await AnswerAsync(status, body)));

    [Theory]
    [InlineData(200, """{"token":"x"}""")]
    [InlineData(429, """{"error":"Too many requests"}""")]
    [InlineData(500, """{"error":"locked"}""")]
    [InlineData(502, "<html>")]
    public async Task What_says_nothing_of_the_login_is_no_sign(int status, string body) =>
        Assert.Null(SignInRisk.Of(await AnswerAsync(status, body)));

    [Fact]
    public async Task Of_words_without_end_the_beginning_is_read()
    {
        var endless = string.Concat(Enumerable.Repeat("otp2 ", 200));

        Assert.Equal(ExtendFault.AccountLocked, SignInRisk.Of(await AnswerAsync(401, $$"""{"error":"locked {{endless}}"}""")));
        Assert.Equal(ExtendFault.SignInRefused, SignInRisk.Of(await AnswerAsync(401, $$"""{"error":"{{new string('x', 10_000)}} locked"}""", limit: 100_000)));
    }

    private static async Task<Answer> AnswerAsync(int status, string body, int limit = 1_100)
    {
        using var content = new StringContent(body);
        return new Answer(status, await Body.ReadAsync(content, limit, default));
    }
}
