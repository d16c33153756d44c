using Vts.Freshness;

namespace Vts.Tests.Freshness;

public sealed class BodyTests
{
    [Fact]
    public void A_body_is_written_once_for_an_answer_and_a_form()
    {
        var (answer, written) = (new object(), 0);
        byte[] Write() => [(byte)++written];

        Assert.Same(Body.Of(answer, "json", Write), Body.Of(answer, "json", Write));
        Assert.NotSame(Body.Of(answer, "json", Write), Body.Of(answer, "csv", Write));
        Assert.NotSame(Body.Of(answer, "json", Write), Body.Of(new object(), "json", Write));
        Assert.Equal(3, written);
    }

    [Fact]
    public void Very_many_forms_of_one_answer_are_not_all_kept()
    {
        var answer = new object();
        Body[] first = [.. Enumerable.Range(0, 20).Select(i => Body.Of(answer, $"{i}", () => [1]))];

        Assert.Equal(16, first.Where((body, i) => ReferenceEquals(body, Body.Of(answer, $"{i}", () => [1]))).Count());
    }

    [Fact]
    public void A_tag_names_the_bytes_and_nothing_else()
    {
        var body = Body.Once([1, 2]);

        Assert.Equal(body.ETag, Body.Once([1, 2]).ETag);
        Assert.NotEqual(body.ETag, Body.Once([1, 2, 0]).ETag);
        Assert.Equal("\"a12871fee210fb8619291eaea194581c\"", body.ETag);
        Assert.Equal((body.ETag, false), (body.Tag.ToString(), body.Tag.IsWeak));
        Assert.Equal([1, 2], body.Content.ToArray());
    }
}
