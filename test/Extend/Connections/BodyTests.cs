using System.Net;
using Extend.Connections;

namespace Extend.Tests.Connections;

public sealed class BodyTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(16 * 1024)]
    [InlineData(100_000)]
    public async Task A_body_is_read_whole_whether_or_not_its_length_is_told(int length)
    {
        var bytes = Bytes(length);

        using var told = await Body.ReadAsync(new ByteArrayContent(bytes), length, default);
        using var untold = await Body.ReadAsync(new UntoldContent(bytes), length, default);

        Assert.Equal(bytes, told.Content.ToArray());
        Assert.Equal(bytes, untold.Content.ToArray());
    }

    [Fact]
    public async Task A_body_over_the_limit_is_refused_whether_or_not_its_length_is_told()
    {
        var bytes = Bytes(100_000);

        var told = await Assert.ThrowsAsync<ExtendException>(() => Body.ReadAsync(new ByteArrayContent(bytes), 99_999, default));
        var untold = await Assert.ThrowsAsync<ExtendException>(() => Body.ReadAsync(new UntoldContent(bytes), 99_999, default));

        Assert.Equal([ExtendFault.AnswerTooLarge, ExtendFault.AnswerTooLarge], [told.Fault, untold.Fault]);
    }

    [Fact]
    public async Task What_was_given_back_is_seen_no_more()
    {
        var body = await Body.ReadAsync(new ByteArrayContent(Bytes(1_000)), 1_000, default);

        body.Dispose();
        body.Dispose();

        Assert.True(body.Content.IsEmpty);
    }

    private static byte[] Bytes(int length) => [.. Enumerable.Range(0, length).Select(i => (byte)((i % 250) + 1))];

    private sealed class UntoldContent(byte[] bytes) : HttpContent
    {
        protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) => stream.WriteAsync(bytes).AsTask();

        protected override bool TryComputeLength(out long length)
        {
            length = 0;
            return false;
        }
    }
}
