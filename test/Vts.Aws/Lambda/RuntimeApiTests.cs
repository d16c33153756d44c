using System.Text;
using Vts.Aws.Lambda.Runtime;

namespace Vts.Aws.Tests.Lambda;

public sealed class RuntimeApiTests : IAsyncLifetime
{
    private FakeRuntimeApi _lambda = null!;
    private RuntimeApi _api = null!;

    public async ValueTask InitializeAsync()
    {
        _lambda = await FakeRuntimeApi.StartAsync();
        _api = new RuntimeApi(_lambda.Address);
    }

    public async ValueTask DisposeAsync()
    {
        _api.Dispose();
        await _lambda.DisposeAsync();
    }

    [Fact]
    public async Task A_call_is_read_with_its_id_deadline_and_trace_however_the_headers_are_spelt()
    {
        _lambda.Call("r1", """{"a":"é"}""", ("lambda-runtime-deadline-ms", "1795521262151"), ("LAMBDA-RUNTIME-TRACE-ID", "Root=1-5e272390-8c398be037738dc042009320"));

        var call = await _api.NextAsync(CancellationToken.None);

        Assert.Equal("r1", call.RequestId);
        Assert.Equal(DateTimeOffset.FromUnixTimeMilliseconds(1795521262151), call.Deadline);
        Assert.Equal("Root=1-5e272390-8c398be037738dc042009320", call.Trace);
        Assert.Equal("""{"a":"é"}""", Encoding.UTF8.GetString(call.Event.Span));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("soon")]
    [InlineData("-5")]
    [InlineData("99999999999999999999")]
    public async Task A_call_without_a_readable_deadline_has_none(string? deadline)
    {
        _lambda.Call("r1", "{}", deadline is null ? [] : [("Lambda-Runtime-Deadline-Ms", deadline)]);

        var call = await _api.NextAsync(CancellationToken.None);

        Assert.Equal(DateTimeOffset.MaxValue, call.Deadline);
        Assert.Null(call.Trace);
    }

    [Fact]
    public async Task An_answer_is_left_under_its_calls_id()
    {
        await _api.RespondAsync("r1", """{"statusCode":200}"""u8.ToArray(), CancellationToken.None);

        var post = await _lambda.PostedAsync();
        Assert.Equal(("invocation/r1/response", """{"statusCode":200}""", "application/json"), (post.Path, post.Body, post.ContentType));
    }

    [Fact]
    public async Task An_answer_over_6_mib_is_not_sent_but_reported()
    {
        await _api.RespondAsync("r1", new byte[RuntimeApi.MostAnswerBytes + 1], CancellationToken.None);

        var post = await _lambda.PostedAsync();
        Assert.Equal(("invocation/r1/error", "Function.ResponseSizeTooLarge"), (post.Path, post.ErrorType));
    }

    [Fact]
    public async Task An_answer_that_lambda_finds_too_large_is_reported()
    {
        _lambda.Statuses["invocation/r1/response"] = 413;

        await _api.RespondAsync("r1", "{}"u8.ToArray(), CancellationToken.None);

        Assert.Equal("invocation/r1/response", (await _lambda.PostedAsync()).Path);
        Assert.Equal(("invocation/r1/error", "Function.ResponseSizeTooLarge"), await _lambda.PostedAsync() is var post ? (post.Path, post.ErrorType) : default);
    }

    [Fact]
    public async Task An_answer_that_lambda_has_already_ends_nothing()
    {
        _lambda.Statuses["invocation/r1/response"] = 400;

        await _api.RespondAsync("r1", "{}"u8.ToArray(), CancellationToken.None);

        _lambda.Call("r2", "{}");
        Assert.Equal("r2", (await _api.NextAsync(CancellationToken.None)).RequestId);
    }

    [Fact]
    public async Task A_fault_is_reported_with_its_kind_and_no_stack_trace()
    {
        await _api.FailAsync("r1", FunctionError.Of(new InvalidOperationException("says \"what\"\nhappened")), CancellationToken.None);

        var post = await _lambda.PostedAsync();
        Assert.Equal(("invocation/r1/error", "application/vnd.aws.lambda.error+json", "InvalidOperationException"), (post.Path, post.ContentType, post.ErrorType));
        Assert.Equal("""{"errorMessage":"says \u0022what\u0022\nhappened","errorType":"InvalidOperationException","stackTrace":[]}""", post.Body);
    }

    [Fact]
    public async Task A_start_that_failed_is_reported_once()
    {
        await _api.FailInitAsync(new FunctionError("no", "Configuration", []), CancellationToken.None);

        var post = await _lambda.PostedAsync();
        Assert.Equal(("init/error", "Configuration"), (post.Path, post.ErrorType));
    }

    [Theory]
    [InlineData(403)]
    [InlineData(500)]
    public async Task Lambda_that_gives_no_more_calls_ends_the_process(int status)
    {
        _lambda.NextStatus = status;

        await Assert.ThrowsAsync<RuntimeApiException>(() => _api.NextAsync(CancellationToken.None));
    }

    [Fact]
    public async Task A_container_fault_at_the_answer_ends_the_process()
    {
        _lambda.Statuses["invocation/r1/response"] = 500;

        await Assert.ThrowsAsync<RuntimeApiException>(() => _api.RespondAsync("r1", "{}"u8.ToArray(), CancellationToken.None));
    }

    [Fact]
    public async Task A_runtime_api_that_is_gone_ends_the_process()
    {
        await _lambda.DisposeAsync();

        await Assert.ThrowsAsync<RuntimeApiException>(() => _api.NextAsync(CancellationToken.None));
    }
}
