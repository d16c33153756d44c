using System.Net;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Configuration;
using Vts.Callers;
using Vts.Errors;
using Vts.Operations;

namespace Vts.Tests.Errors;

public sealed class FaultHandlerTests
{
    [Fact]
    public async Task A_fault_of_ours_is_a_500_problem_that_tells_nothing_of_it()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Extend:Accounts:main:BearerToken"] = "x", ["Callers:0:Name"] = "tester", ["Callers:0:TokenSha256"] = KnownCallers.Hash("t"),
        });
        builder.Services.AddVts(builder.Configuration).AddOperation<Broken>();
        await using var app = builder.Build();
        app.UseVts();
        app.MapOperation<Broken>();
        await app.StartAsync();
        using var http = new HttpClient { BaseAddress = new Uri(app.Urls.First()) };

        using var response = await http.GetAsync("/broken");
        var body = await response.Content.ReadAsStringAsync();

        Assert.Equal(HttpStatusCode.InternalServerError, response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        Assert.Contains("\"code\":\"internal_error\"", body);
        Assert.Contains(response.Headers.GetValues("x-request-id").Single(), body);
        Assert.DoesNotContain("canary", body);
    }

    private sealed class Broken : IOperation
    {
        public static IJsonTypeInfoResolver Json => ProblemJson.Default;

        public static void Register(IServiceCollection services)
        {
        }

        public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/broken", _ => throw new InvalidOperationException("canary"));
    }
}
