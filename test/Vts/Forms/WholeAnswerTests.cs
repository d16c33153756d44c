using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Vts.Audit;
using Vts.Callers.Rules;
using Vts.Cards;
using Vts.Forms;
using Vts.Freshness;
using Vts.Transactions;

namespace Vts.Tests.Forms;

public sealed class WholeAnswerTests
{
    private static readonly Vintage Kept = new(TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(5), Origin.Hit);

    [Fact]
    public async Task A_list_is_sent_with_its_length_its_tag_and_its_time()
    {
        using var answering = new Answering();

        await List(Form.Json).ExecuteAsync(answering.Context);

        Assert.Equal("""[{"id":"vc_1","displayName":"Travel","limitCents":1,"balanceCents":2,"last4":"0348","status":"ACTIVE"}]""", answering.Text);
        Assert.Equal((200, "application/json; charset=utf-8", (long?)answering.Text.Length),
            (answering.Context.Response.StatusCode, answering.Context.Response.ContentType, answering.Context.Response.ContentLength));
        Assert.Matches("^\"[0-9a-f]{32}\"$", answering.Headers.ETag.ToString());
        Assert.Equal("Fri, 20 Mar 2026 08:59:58 GMT", answering.Headers.LastModified);
        Assert.Equal(("2", "Accept, token, Authorization"), (answering.Headers.Age.ToString(), answering.Headers.Vary.ToString()));
        Assert.Equal(new Disclosure(1, Kept.Age), answering.Context.Features.Get<Disclosure>());
        Assert.Equal("", answering.Headers.Link.ToString());
    }

    [Fact]
    public async Task Each_form_has_its_media_type_and_a_tag_of_its_own()
    {
        var tags = new HashSet<string>(StringComparer.Ordinal);
        foreach (var form in Enum.GetValues<Form>())
        {
            using var answering = new Answering();
            await List(form).ExecuteAsync(answering.Context);
            Assert.Equal(form.MediaType(), answering.Context.Response.ContentType);
            Assert.Equal(Written.Text([Card], form, Written.Columns(CardMembers.All, form)), answering.Text);
            Assert.True(tags.Add(answering.Headers.ETag.ToString()));
        }
    }

    [Fact]
    public async Task What_is_asked_for_beside_the_usual_is_in_the_answer_and_in_its_tag()
    {
        Card[] rows = [Card.From(new() { Id = "vc_1", Status = "ACTIVE", DisplayName = "a\u00ADb" })];
        var tags = new HashSet<string>(StringComparer.Ordinal);
        foreach (var presentation in new Presentation[]
                 {
                     new(Form.Csv, FieldSelection.Usual, ByteOrderMark: false, RawText: false), new(Form.Csv, FieldSelection.Usual, ByteOrderMark: true, RawText: false),
                     new(Form.Csv, FieldSelection.Usual, ByteOrderMark: false, RawText: true), new(Form.Csv, FieldSelection.All, ByteOrderMark: false, RawText: false),
                 })
        {
            using var answering = new Answering();
            await new RowsAnswer<Card>(new Fresh<Card[]>(rows, Kept), CardMembers.All, presentation).ExecuteAsync(answering.Context);
            Assert.True(tags.Add(answering.Headers.ETag.ToString()), answering.Text);
        }
    }

    [Fact]
    public async Task Nothing_is_written_that_the_caller_may_not_see()
    {
        using var answering = new Answering();

        await new RowsAnswer<Card>(new Fresh<Card[]>([Card], Kept).Showing(new FieldRule { Names = ["last4"] }), CardMembers.All, Usual(Form.Json)).ExecuteAsync(answering.Context);

        Assert.Equal("""[{"id":"vc_1","last4":"0348"}]""", answering.Text);
    }

    [Theory]
    [InlineData("*")]
    [InlineData("W/{0}")]
    [InlineData("\"x\", {0}")]
    public async Task Who_has_the_answer_already_gets_none(string header)
    {
        using var first = new Answering();
        await List(Form.Json).ExecuteAsync(first.Context);
        using var second = new Answering();
        second.Context.Request.Headers.IfNoneMatch = header.Replace("{0}", first.Headers.ETag, StringComparison.Ordinal);

        await List(Form.Json).ExecuteAsync(second.Context);

        Assert.Equal((304, "", null, null), (second.Context.Response.StatusCode, second.Text, second.Context.Response.ContentType, second.Context.Response.ContentLength));
        Assert.Equal(first.Headers.ETag, second.Headers.ETag);
        Assert.Equal(new Disclosure(1, Kept.Age), second.Context.Features.Get<Disclosure>());
    }

    [Theory]
    [InlineData("\"x\"")]
    [InlineData("no tag")]
    [InlineData("")]
    public async Task Who_has_another_answer_gets_this_one(string header)
    {
        using var answering = new Answering();
        answering.Context.Request.Headers.IfNoneMatch = header;

        await List(Form.Json).ExecuteAsync(answering.Context);

        Assert.Equal(200, answering.Context.Response.StatusCode);
        Assert.NotEmpty(answering.Text);
    }

    [Fact]
    public async Task Head_is_answered_with_the_same_headers_and_no_content()
    {
        using var get = new Answering();
        await List(Form.Csv).ExecuteAsync(get.Context);
        using var head = new Answering("HEAD");
        await List(Form.Csv).ExecuteAsync(head.Context);

        Assert.Equal("", head.Text);
        Assert.Equal(get.Headers.Select(field => $"{field.Key}: {field.Value}"), head.Headers.Select(field => $"{field.Key}: {field.Value}"));
    }

    [Fact]
    public async Task A_list_that_goes_on_links_to_its_next_page_and_says_what_it_lacks()
    {
        var coverage = new Coverage(isLenient: true);
        coverage.Ask(3);
        using var answering = new Answering();
        answering.Context.Request.Path = "/cards";

        await new RowsAnswer<Card>(new Fresh<Card[]>([Card], Kept), CardMembers.All, Usual(Form.Json)) { NextCursor = "c", Coverage = coverage }.ExecuteAsync(answering.Context);

        Assert.Equal("</cards?cursor=c>; rel=\"next\"", answering.Headers.Link);
        Assert.Equal(("asked=3, answered=3", "handling=lenient", "Accept, Prefer, token, Authorization"),
            (answering.Headers["coverage"].ToString(), answering.Headers["Preference-Applied"].ToString(), answering.Headers.Vary.ToString()));
    }

    [Fact]
    public async Task Who_is_not_lenient_is_not_told_that_it_is()
    {
        using var answering = new Answering();

        await new RowsAnswer<Card>(new Fresh<Card[]>([Card], Kept), CardMembers.All, Usual(Form.Json)) { Coverage = new Coverage(isLenient: false) }.ExecuteAsync(answering.Context);

        Assert.Equal(("", "", "Accept, Prefer, token, Authorization"),
            (answering.Headers["coverage"].ToString(), answering.Headers["Preference-Applied"].ToString(), answering.Headers.Vary.ToString()));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task One_card_is_sent_as_an_object_with_what_is_asked_for(bool raw)
    {
        var card = Card.From(new() { Id = "vc_1", Status = "ACTIVE", DisplayName = "a\u00ADb", Notes = "n" });
        using var usual = new Answering();
        await new OneAnswer<Card>(new Fresh<Card>(card, Kept), CardMembers.All, FieldSelection.Usual, rawText: false).ExecuteAsync(usual.Context);
        using var answering = new Answering();

        await new OneAnswer<Card>(new Fresh<Card>(card, Kept), CardMembers.All, new FieldSelection(["displayName", "notes"], IsAll: false), raw).ExecuteAsync(answering.Context);

        var sent = JsonDocument.Parse(answering.Text).RootElement;
        Assert.Equal(["id", "displayName", "notes"], sent.EnumerateObject().Select(member => member.Name));
        Assert.Equal(raw ? "a\u00ADb" : "ab", sent.GetProperty("displayName").GetString());
        Assert.Equal(("application/json; charset=utf-8", new Disclosure(1, Kept.Age)), (answering.Context.Response.ContentType, answering.Context.Features.Get<Disclosure>()));
        Assert.NotEqual(usual.Headers.ETag, answering.Headers.ETag);
        Assert.DoesNotContain("notes", usual.Text);
    }

    [Theory]
    [InlineData(true, 1)]
    [InlineData(false, 3)]
    public async Task The_usual_answer_is_written_once_however_often_it_is_sent(bool isUsual, int times)
    {
        var written = 0;
        Member<Card>[] members = [MemberOf.Text("id", MemberUse.Usual, (Card card) => $"{card.Id}{++written}")];
        var (rows, one) = (new Fresh<Card[]>([Card with { }], Kept), new Fresh<Card>(Card with { }, Kept));
        var fields = isUsual ? FieldSelection.Usual : FieldSelection.All;
        for (var i = 0; i < 3; i++)
        {
            using var answering = new Answering();
            await new RowsAnswer<Card>(rows, members, new Presentation(Form.Json, fields, ByteOrderMark: false, RawText: false)).ExecuteAsync(answering.Context);
        }

        Assert.Equal(times, written);
        for (var i = 0; i < 3; i++)
        {
            using var answering = new Answering();
            await new OneAnswer<Card>(one, members, fields, rawText: false).ExecuteAsync(answering.Context);
        }

        Assert.Equal(2 * times, written);
    }

    [Fact]
    public async Task Raw_text_of_one_is_not_taken_for_the_usual_answer()
    {
        var card = Card.From(new() { Id = "vc_1", Status = "ACTIVE", DisplayName = "a\u00ADb" });
        var texts = new List<string>();
        foreach (var raw in new[] { false, true, false })
        {
            using var answering = new Answering();
            await new OneAnswer<Card>(new Fresh<Card>(card, Kept), CardMembers.All, FieldSelection.Usual, raw).ExecuteAsync(answering.Context);
            texts.Add(answering.Text);
        }

        Assert.Equal(texts[0], texts[2]);
        Assert.NotEqual(texts[0], texts[1]);
    }

    [Fact]
    public void An_answer_tells_the_contract_what_it_is()
    {
        var (list, one) = (new RouteEndpointBuilder(null, RoutePatternFactory.Parse("/"), 0), new RouteEndpointBuilder(null, RoutePatternFactory.Parse("/"), 0));
        RowsAnswer<Card>.PopulateMetadata(null!, list);
        OneAnswer<Card>.PopulateMetadata(null!, one);

        Assert.Equal<(Type?, int, string)>((typeof(Card[]), 200, "application/json"), Told(list));
        Assert.Equal<(Type?, int, string)>((typeof(Card), 200, "application/json"), Told(one));
        Assert.Equal((true, true), (list.Metadata.OfType<FreshAnswer>().Any(), list.Metadata.OfType<InForms>().Any()));
        Assert.Equal((true, false), (one.Metadata.OfType<FreshAnswer>().Any(), one.Metadata.OfType<InForms>().Any()));

        static (Type?, int, string) Told(EndpointBuilder builder)
        {
            var told = builder.Metadata.OfType<IProducesResponseTypeMetadata>().Single();
            return (told.Type, told.StatusCode, told.ContentTypes.Single());
        }
    }

    private static Card Card { get; } = new("vc_1", "Travel", 1, 2, "0348", "ACTIVE");

    private static RowsAnswer<Card> List(Form form) => new(new Fresh<Card[]>([Card], Kept), CardMembers.All, Usual(form));

    private static Presentation Usual(Form form) => new(form, FieldSelection.Usual, ByteOrderMark: false, RawText: false);
}
