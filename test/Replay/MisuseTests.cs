namespace Vts.Bench.Replay.Tests;

public sealed class MisuseTests : IDisposable
{
    // Port 9 discards: nobody answers there.
    private const string Nobody = "http://127.0.0.1:9";

    private readonly Scratch _scratch = new();

    public void Dispose() => _scratch.Dispose();

    [Theory]
    [InlineData("compare", Nobody, Nobody)]
    [InlineData("record", Nobody, "/nowhere/recording")]
    [InlineData("compare", "ftp://example.com", Nobody)]
    [InlineData("compare", "https://user:password@example.com", Nobody)]
    [InlineData("replay", "/nowhere/recording", Nobody)]
    [InlineData("compare", Nobody)]
    [InlineData("compare", Nobody, Nobody, "--concurrency", "17")]
    [InlineData("compare", Nobody, Nobody, "--declaration", "/nowhere")]
    [InlineData("compare", Nobody, Nobody, "--token", "a-token")]
    [InlineData("compare", Nobody, Nobody, "--token-file", "/nowhere")]
    [InlineData("explain")]
    public async Task What_cannot_be_done_is_told_in_a_line_with_exit_code_2(params string[] arguments)
    {
        var run = await ReplayRun.OfAsync(arguments);

        Assert.Equal(2, run.ExitCode);
        Assert.NotEqual("", run.Errors);
        Assert.DoesNotContain("   at ", run.Errors);
    }

    [Theory]
    [InlineData("/cards | token: a-secret-of-somebody")]
    [InlineData("/cards | Authorization: Bearer a-secret-of-somebody")]
    [InlineData("/cards | a-secret-of-somebody")]
    [InlineData("a-secret-of-somebody")]
    [InlineData("# nothing")]
    public async Task A_list_with_a_secret_or_without_a_request_is_refused_and_not_repeated(string line)
    {
        var run = await ReplayRun.OfAsync("compare", Nobody, Nobody, "--requests", _scratch.Write("list", line));

        Assert.Equal(2, run.ExitCode);
        Assert.DoesNotContain("a-secret-of-somebody", run.Output + run.Errors);
    }

    [Fact]
    public async Task A_token_that_others_may_read_is_refused()
    {
        var file = _scratch.Write("token", "a-token-in-a-file", UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.OtherRead);

        var run = await ReplayRun.OfAsync("compare", Nobody, Nobody, "--token-file", file);

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("chmod 600", run.Errors);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("[1]")]
    [InlineData("""{"vtsRecording":2,"isHashed":false}""")]
    [InlineData("{\"vtsRecording\":1,\"isHashed\":false}\n{}")]
    [InlineData("{\"vtsRecording\":1,\"isHashed\":false}\n{\"request\":null,\"answers\":null}")]
    public async Task What_is_no_recording_is_refused(string text)
    {
        var run = await ReplayRun.OfAsync("replay", _scratch.Write("recording", text), Nobody);

        Assert.Equal(2, run.ExitCode);
        Assert.DoesNotContain("   at ", run.Errors);
    }

    [Fact]
    public async Task Help_is_given() => Assert.Contains("compare", (await ReplayRun.OfAsync("--help")).Output);
}
