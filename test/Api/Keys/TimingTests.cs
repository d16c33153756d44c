using System.Net.Sockets;
using System.Text;
using Vts.Api.Tests.Faces;
using Vts.Testing;

namespace Vts.Api.Tests.Keys;

/// <summary>
/// What the time of a 401 tells of the token, to someone on the same machine: 10,000 tries of each kind over one connection, in random
/// order, compared by ranks. Where nothing can be told the share is one half with a deviation of 0.004; 0.03 is no accident. A noisy
/// machine moves it towards one half, and what else runs meets all kinds alike.
/// </summary>
[Collection(nameof(Alone))]
public sealed class TimingTests(KeyService keys, ITestOutputHelper output) : IClassFixture<KeyService>
{
    public const string SlowReason = "Thirty thousand requests, a process start away from each other, would say less and take minutes.";
    private const int Tries = 10_000;
    private const double Most = 0.03;

    [Fact(Skip = SlowReason, SkipWhen = nameof(Face.IsGateway), SkipType = typeof(Face))]
    public async Task Unknown_revoked_and_wrong_length_tokens_cannot_be_told_apart_in_ten_thousand_tries()
    {
        string[] tokens = [KeyService.Unknown, KeyService.Revoked, KeyService.Unknown[..^1]];

        // A difference that is there is there each time.
        double[] shares = [];
        for (var attempt = 0; attempt < 3 && (shares.Length == 0 || shares.Any(share => Math.Abs(share - 0.5) > Most)); attempt++)
        {
            var times = await MeasureAsync(tokens, Tries);
            shares = [Ranks.LargerShare(times[0], times[1]), Ranks.LargerShare(times[0], times[2]), Ranks.LargerShare(times[1], times[2])];
            output.WriteLine($"revoked over unknown {shares[0]:0.000}, wrong length over unknown {shares[1]:0.000}, wrong length over revoked {shares[2]:0.000}");
        }

        Assert.All(shares, share => Assert.InRange(share, 0.5 - Most, 0.5 + Most));
    }

    [Fact(Skip = SlowReason, SkipWhen = nameof(Face.IsGateway), SkipType = typeof(Face))]
    public async Task The_test_tells_a_token_of_seven_thousand_letters_from_a_short_one()
    {
        // What else runs hides a difference now and then, and makes none.
        var share = 0.0;
        for (var attempt = 0; attempt < 5 && share < 0.5 + Most; attempt++)
        {
            var times = await MeasureAsync([KeyService.Unknown, new string('a', 7000)], 2000);
            share = Ranks.LargerShare(times[0], times[1]);
        }

        Assert.InRange(share, 0.5 + Most, 1);
    }

    private async Task<long[][]> MeasureAsync(string[] tokens, int tries)
    {
        using var client = new TcpClient { NoDelay = true };
        await client.ConnectAsync(keys.App.Address.Host, keys.App.Address.Port);
        var (stream, buffer) = (client.GetStream(), new byte[4096]);
        byte[][] requests = [.. tokens.Select(token => Encoding.ASCII.GetBytes($"GET /cards HTTP/1.1\r\nHost: x\r\ntoken: {token}\r\n\r\n"))];
        long[][] times = [.. tokens.Select(_ => new long[tries])];
        var random = new Random(20260314);
        int[] order = [.. Enumerable.Range(0, tokens.Length)];

        // The first ones are for the compiler, which goes on improving what runs often.
        for (var round = -tries / 5; round < tries; round++)
        {
            random.Shuffle(order);
            foreach (var kind in order)
            {
                var since = TimeProvider.System.GetTimestamp();
                await stream.WriteAsync(requests[kind]);
                await ReadAnswerAsync(stream, buffer);
                times[kind][Math.Max(round, 0)] = TimeProvider.System.GetTimestamp() - since;
            }
        }

        return times;
    }

    // The answer is one problem: it ends with the end of its JSON, or with the end of the chunks after that.
    private static async Task ReadAnswerAsync(NetworkStream stream, byte[] buffer)
    {
        var length = 0;
        do
        {
            var read = await stream.ReadAsync(buffer.AsMemory(length));
            Assert.NotEqual(0, read);
            length += read;
        }
        while (!buffer.AsSpan(0, length).EndsWith("}\r\n0\r\n\r\n"u8) && !buffer.AsSpan(0, length).EndsWith("}"u8));
        Assert.True(buffer.AsSpan(0, length).StartsWith("HTTP/1.1 401 "u8));
    }
}
