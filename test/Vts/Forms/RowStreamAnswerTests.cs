using Extend;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Testing;
using Vts.Audit;
using Vts.Callers.Rules;
using Vts.Forms;
using Vts.Freshness;
using Vts.Transactions;
using Vts.Transactions.Streams;

namespace Vts.Tests.Forms;

public sealed class RowStreamAnswerTests
{
    private const string Failing = "vc_A681POqRINI7goyrCNPff7";

    private static readonly Vintage Kept = new(TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(5), Origin.Hit);

    [Fact]
    public async Task Rows_are_sent_as_they_come_and_counted_at_the_end()
    {
        using var answering = new Answering();

        await Answer(Rows("a", "b")).ExecuteAsync(answering.Context);

        Assert.Equal("""
            {"id":"a"}
            {"id":"b"}
            {"rows":2}

            """.ReplaceLineEndings("\n"), answering.Text);
        Assert.Equal("application/x-ndjson; charset=utf-8", answering.Context.Response.ContentType);
        Assert.Equal("2", answering.Headers.Age);
        Assert.Equal(new Disclosure(2, Kept.Age), answering.Context.Features.Get<Disclosure>());
        Assert.False(answering.IsAborted);
    }

    [Fact]
    public async Task No_rows_are_counted_too()
    {
        using var answering = new Answering();

        await Answer(Rows()).ExecuteAsync(answering.Context);

        Assert.Equal("{\"rows\":0}\n", answering.Text);
    }

    [Fact]
    public async Task Head_asks_for_no_row()
    {
        using var answering = new Answering("HEAD");
        var isAsked = false;

        await Answer(Asked()).ExecuteAsync(answering.Context);

        Assert.False(isAsked);
        Assert.Equal(("", "application/x-ndjson; charset=utf-8"), (answering.Text, answering.Context.Response.ContentType));

        async IAsyncEnumerable<Transaction> Asked()
        {
            isAsked = true;
            await Task.Yield();
            yield return Row("a");
        }
    }

    [Fact]
    public async Task Cards_without_an_answer_are_named_before_the_count()
    {
        var coverage = new Coverage(isLenient: true);
        coverage.Fail(Failing, new ExtendException(ExtendFault.TimedOut));
        using var json = new Answering();
        using var csv = new Answering();

        await Answer(Rows("a"), coverage: coverage).ExecuteAsync(json.Context);
        await Answer(Rows("a"), Form.Csv, coverage: coverage).ExecuteAsync(csv.Context);

        Assert.EndsWith($"{{\"failed\":\"{Failing}\",\"code\":\"extend_timeout\"}}\n{{\"rows\":1}}\n", json.Text);
        Assert.StartsWith("id\r\n\"a\"\r\n", csv.Text);
        Assert.EndsWith($"\r\n#failed={Failing}=extend_timeout\r\n#rows=1\r\n", csv.Text);
        Assert.Equal(("handling=lenient", ""), (json.Headers["Preference-Applied"].ToString(), json.Headers["coverage"].ToString()));
    }

    [Fact]
    public async Task A_card_that_may_not_be_named_is_null()
    {
        var coverage = new Coverage(isLenient: true, mayName: false);
        coverage.Fail(Failing, new ExtendException(ExtendFault.TimedOut));
        using var answering = new Answering();

        await Answer(Rows(), coverage: coverage).ExecuteAsync(answering.Context);

        Assert.Equal("{\"failed\":null,\"code\":\"extend_timeout\"}\n{\"rows\":0}\n", answering.Text);

        using var csv = new Answering();
        await Answer(Rows(), Form.Csv, coverage).ExecuteAsync(csv.Context);
        Assert.Equal("id\r\n#failed==extend_timeout\r\n#rows=0\r\n", csv.Text);
    }

    [Fact]
    public async Task A_fault_before_the_first_row_is_left_to_become_a_problem()
    {
        using var answering = new Answering();

        await Assert.ThrowsAsync<ExtendException>(() => Answer(FailingAfter(0)).ExecuteAsync(answering.Context));

        Assert.Equal(("", false), (answering.Text, answering.IsAborted));
        Assert.Null(answering.Context.Features.Get<Disclosure>());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_fault_after_the_answer_has_begun_cuts_it_and_is_logged_unless_the_caller_has_left(bool hasLeft)
    {
        using var answering = new Answering();
        answering.Context.Features.Set<IHttpResponseFeature>(new Begun());
        var answer = Answer(FailingAfter(2, hasLeft ? answering.LeaveAsync : null)).ExecuteAsync(answering.Context);

        await (hasLeft ? Assert.ThrowsAnyAsync<Exception>(() => answer) : answer);

        Assert.Equal(!hasLeft, answering.IsAborted);
        var log = answering.Context.RequestServices.GetRequiredService<FakeLogCollector>().GetSnapshot();
        Assert.Equal(hasLeft ? 0 : 1, log.Count(entry => entry.Level is LogLevel.Warning));
        Assert.Equal(new Disclosure(2, Kept.Age), answering.Context.Features.Get<Disclosure>());
    }

    [Fact]
    public async Task Only_the_members_that_the_caller_may_see_are_written()
    {
        using var answering = new Answering();

        await new RowStreamAnswer(new RowStream(Rows("a"), Kept), TransactionMembers.All, new FieldRule { Names = ["status"] },
            new Presentation(Form.NdJson, FieldSelection.All, ByteOrderMark: false, RawText: false), coverage: null).ExecuteAsync(answering.Context);

        Assert.StartsWith("{\"id\":\"a\",\"status\":\"CLEARED\"}\n", answering.Text);
    }

    [Fact]
    public async Task Many_rows_arrive_whole_however_they_come()
    {
        string[] ids = [.. Enumerable.Range(0, 5_000).Select(i => $"txn_{i}")];
        using var answering = new Answering();

        await Answer(Rows(ids)).ExecuteAsync(answering.Context);

        Assert.Equal([.. ids.Select(id => $"{{\"id\":\"{id}\"}}"), "{\"rows\":5000}", ""], answering.Text.Split('\n'));
    }

    private static RowStreamAnswer Answer(IAsyncEnumerable<Transaction> rows, Form form = Form.NdJson, Coverage? coverage = null) => new(
        new RowStream(rows, Kept), TransactionMembers.All, FieldRule.All, new Presentation(form, new FieldSelection(["id"], IsAll: false), ByteOrderMark: false, RawText: false), coverage);

    private static Transaction Row(string id) => new(id, "vc_1", "CLEARED", null, null, null, null, null, null, null);

    private static async IAsyncEnumerable<Transaction> Rows(params string[] ids)
    {
        foreach (var (i, id) in ids.Index())
        {
            if (i % 3 == 1)
            {
                await Task.Yield();
            }

            yield return Row(id);
        }
    }

    private static async IAsyncEnumerable<Transaction> FailingAfter(int rows, Func<Task>? leave = null)
    {
        for (var i = 0; i < rows; i++)
        {
            await Task.Yield();
            yield return Row($"{i}");
        }

        await (leave?.Invoke() ?? Task.CompletedTask);
        throw new ExtendException(ExtendFault.TimedOut);
    }

    private sealed class Begun : HttpResponseFeature
    {
        public override bool HasStarted => true;
    }
}
