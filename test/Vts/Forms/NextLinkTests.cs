using Microsoft.AspNetCore.Http;
using Vts.Forms;

namespace Vts.Tests.Forms;

public sealed class NextLinkTests
{
    [Theory]
    [InlineData("", "", "<?cursor=next>; rel=\"next\"")]
    [InlineData("/transactions", "?limit=5", "</transactions?limit=5&cursor=next>; rel=\"next\"")]
    [InlineData("/transactions", "?cursor=before&limit=5&status=A,B&status=C", "</transactions?limit=5&status=A,B&status=C&cursor=next>; rel=\"next\"")]
    [InlineData("/transactions", "?merchant=Caf%C3%A9%20%26%3E", "</transactions?merchant=Caf%C3%A9%20%26%3E&cursor=next>; rel=\"next\"")]
    public void The_link_is_the_request_with_the_next_cursor(string path, string query, string expected)
    {
        var context = new DefaultHttpContext { Request = { Path = path, QueryString = new QueryString(query) } };

        NextLink.Write(context, "next");

        Assert.Equal(expected, context.Response.Headers.Link);
    }

    [Fact]
    public void The_suffix_of_the_form_stays_and_so_does_what_stands_before_the_path()
    {
        var context = new DefaultHttpContext { Request = { PathBase = "/prod", Path = "/transactions" } };
        context.Features.Set(new AskedForm(Form.Csv, "/transactions.csv"));

        NextLink.Write(context, "next");

        Assert.Equal("</prod/transactions.csv?cursor=next>; rel=\"next\"", context.Response.Headers.Link);
    }
}
