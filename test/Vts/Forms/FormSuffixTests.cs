using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Vts.Forms;

namespace Vts.Tests.Forms;

public sealed class FormSuffixTests
{
    [Theory]
    [InlineData("/transactions.csv", "/transactions", Form.Csv)]
    [InlineData("/transactions.json", "/transactions", Form.Json)]
    [InlineData("/cards/vc_1/transactions.ndjson", "/cards/vc_1/transactions", Form.NdJson)]
    [InlineData("/a.csv.json", "/a.csv", Form.Json)]
    public async Task A_forms_suffix_is_taken_off_the_path(string path, string rest, Form form)
    {
        var context = await PassAsync(path);

        Assert.Equal(rest, context.Request.Path.Value);
        Assert.Equal(new AskedForm(form, path), context.Features.Get<AskedForm>());
    }

    [Theory]
    [InlineData("/transactions")]
    [InlineData("/transactions.CSV")]
    [InlineData("/transactions.xlsx")]
    [InlineData("/.csv")]
    [InlineData("/cards/.json")]
    [InlineData("/csv")]
    [InlineData("")]
    public async Task Any_other_path_stays_as_it_is(string path)
    {
        var context = new DefaultHttpContext();
        context.Features.Get<Microsoft.AspNetCore.Http.Features.IHttpRequestFeature>()!.Path = path;

        await PassAsync(context);

        Assert.Equal(path, context.Request.Path.Value);
        Assert.Null(context.Features.Get<AskedForm>());
    }

    [Fact]
    public async Task What_has_no_forms_is_not_there_under_a_suffix()
    {
        Assert.Null(await EndpointAsync("/cards/vc_1.csv"));
        Assert.NotNull(await EndpointAsync("/cards/vc_1"));
        Assert.NotNull(await EndpointAsync("/cards.csv", new InForms()));
    }

    private static async Task<Endpoint?> EndpointAsync(string path, params object[] metadata)
    {
        var context = await PassAsync(path);
        context.SetEndpoint(new RouteEndpoint(_ => Task.CompletedTask, RoutePatternFactory.Parse("/"), 0, new EndpointMetadataCollection(metadata), "test"));
        var hasPassed = false;
        await new FormsOnly(_ =>
        {
            hasPassed = true;
            return Task.CompletedTask;
        }).InvokeAsync(context);
        Assert.True(hasPassed);
        return context.GetEndpoint();
    }

    private static Task<HttpContext> PassAsync(string path) => PassAsync(new DefaultHttpContext { Request = { Path = path } });

    private static async Task<HttpContext> PassAsync(HttpContext context)
    {
        var hasPassed = false;
        await new FormSuffix(_ =>
        {
            hasPassed = true;
            return Task.CompletedTask;
        }).InvokeAsync(context);
        Assert.True(hasPassed);
        return context;
    }
}
