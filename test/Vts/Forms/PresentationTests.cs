using Microsoft.AspNetCore.Http;
using Vts.Forms;
using Vts.Queries;
using Vts.Tests.Queries;

namespace Vts.Tests.Forms;

public sealed class PresentationTests
{
    [Theory]
    [InlineData("", true, true)]
    [InlineData("bom=1", false, true)]
    [InlineData("bom=0&text=clean", true, true)]
    [InlineData("text=raw", false, false)]
    [InlineData("fields=all", false, false)]
    [InlineData("fields=id,amountCents,amount,countsInTotal", false, true)]
    [InlineData("fields=id,notes", false, false)]
    public void Usual_is_what_nobody_asked_otherwise_and_brief_what_needs_no_wide_member(string query, bool isUsual, bool isBrief)
    {
        var presentation = Ask.Presentation(query, TransactionsQuery.Parameters);

        Assert.Equal((isUsual, isBrief), (presentation.IsUsual, presentation.IsBrief));
    }

    [Fact]
    public async Task The_paths_suffix_decides_before_the_header_and_json_is_the_usual_form()
    {
        Assert.Equal(Form.Json, (await BindAsync(accept: "")).Form);
        Assert.Equal(Form.Csv, (await BindAsync(accept: "text/csv")).Form);
        Assert.Equal(Form.NdJson, (await BindAsync(accept: "text/csv", Form.NdJson)).Form);
        Assert.Equal(Form.NdJson, (await BindAsync(accept: "text/html", Form.NdJson)).Form);
        Assert.Equal("not_acceptable", (await Assert.ThrowsAsync<InvalidQueryException>(() => BindAsync(accept: "text/html"))).Problem.Code);
    }

    [Fact]
    public void Every_member_beside_the_usual_ones_is_wide() =>
        Assert.Equal(TransactionMembers.All.Where(member => member.Use is MemberUse.Wide), TransactionMembers.All.Where(member => TransactionMembers.IsWide(member.Name)));

    private static async Task<Presentation> BindAsync(string accept, Form? suffix = null)
    {
        var context = Ask.Request("");
        context.Request.Headers.Accept = accept;
        context.SetEndpoint(new Endpoint(requestDelegate: null, new EndpointMetadataCollection(TransactionsQuery.Parameters), "test"));
        if (suffix is { } form)
        {
            context.Features.Set(new AskedForm(form, "/transactions"));
        }

        return (await Presentation.BindAsync(context))!;
    }
}
