using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Vts.Queries;
using Vts.Requests;

namespace Vts.Tests.Queries;

public sealed class QueryRuleTests
{
    [Fact]
    public async Task What_the_operation_takes_passes() => Assert.Null(await DetailAsync("status=CLEARED&limit=1", TransactionsQuery.Parameters));

    [Theory]
    [InlineData("statsu=CLEARED", "nearest is 'status'")]
    [InlineData("Limit=1", "nearest is 'limit'")]
    [InlineData("sort=balance&limit=1", "it takes status, type, from, to, tz")]
    [InlineData("=1", "it takes status")]
    [InlineData("canary", "it takes status")]
    public async Task What_it_does_not_take_is_refused_with_the_nearest_and_all_that_it_takes(string query, string told)
    {
        var detail = await DetailAsync(query, TransactionsQuery.Parameters);
        Assert.Contains(told, detail);
        Assert.DoesNotContain("canary", detail);
    }

    [Fact]
    public async Task An_operation_that_takes_none_says_so() => Assert.Contains("takes no query parameters", await DetailAsync("a=1", new QueryParameters([])));

    [Fact]
    public void Every_parameter_is_told_with_an_example_that_it_takes()
    {
        foreach (var parameter in new[] { TransactionsQuery.Parameters, CardsQuery.Parameters, SummaryQuery.Parameters, CardQuery.Parameters }.SelectMany(taken => taken.All))
        {
            var query = new QueryReader(Ask.Request($"{parameter.Name}={parameter.Example}").Request.Query);
            Assert.NotEmpty(parameter.Description);
            Assert.True(parameter.Values is null || query.Choices(parameter) is [_]);
            Assert.True(!parameter.IsWhole || query.Whole(parameter) is not null);
        }
    }

    private static async Task<string?> DetailAsync(string query, QueryParameters taken)
    {
        var context = Ask.Request(query);
        context.SetEndpoint(new Endpoint(requestDelegate: null, new EndpointMetadataCollection(taken), "test"));
        using var body = new MemoryStream();
        context.Response.Body = body;
        var hasPassed = false;
        await new QueryRule(_ =>
        {
            hasPassed = true;
            return Task.CompletedTask;
        }).InvokeAsync(context);
        if (hasPassed)
        {
            return null;
        }

        var problem = JsonDocument.Parse(body.ToArray()).RootElement;
        Assert.Equal((400, "unknown_parameter"), (context.Response.StatusCode, problem.GetProperty("code").GetString()));
        return problem.GetProperty("detail").GetString();
    }
}
