using Microsoft.Extensions.Time.Testing;
using Vts.Callers;
using Vts.Callers.Keys;

namespace Vts.Tests.Callers.Keys;

/// <summary>
/// What does the time of a refusal tell of the token? The test is Mann and Whitney's: of two refusals, one of each kind, how often does
/// the second take longer? One half means that nobody can tell. It looks at ranks alone, so a noisy machine moves it towards one half and
/// never away from it: the kinds take turns in random order. With 10,000 tries its own deviation is 0.004, and 0.04 is no accident.
/// </summary>
public sealed class TimingTests(ITestOutputHelper output) : IDisposable
{
    private const int Tries = 10_000;
    private const double Most = 0.04;

    private readonly KeyFolder _folder = new();
    private readonly string _revoked = ApiKey.New();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Unknown_revoked_and_wrong_length_tokens_take_the_same_time()
    {
        var credentials = await CredentialsAsync();
        var unknown = ApiKey.New();
        string[] tokens = [unknown, _revoked, unknown[..^1], unknown + "0", "short"];

        // A difference that is there is there each time.
        double[] shares = [];
        for (var attempt = 0; attempt < 3 && (shares.Length == 0 || shares.Any(IsTelling)); attempt++)
        {
            var times = await MeasureAsync(credentials, tokens);
            shares = [.. times[1..].Select(other => LongerShare(times[0], other))];
            output.WriteLine($"revoked {shares[0]:0.000}, one shorter {shares[1]:0.000}, one longer {shares[2]:0.000}, short {shares[3]:0.000}; median {times[0].Order().ElementAt(Tries / 2)} ticks");
        }

        Assert.All(shares, share => Assert.InRange(share, 0.5 - Most, 0.5 + Most));
    }

    [Fact]
    public async Task The_test_sees_a_difference_of_one_more_block_to_hash()
    {
        var times = await MeasureAsync(await CredentialsAsync(), [ApiKey.New(), ApiKey.New() + ApiKey.New()]);

        Assert.True(IsTelling(LongerShare(times[0], times[1])));
    }

    private static bool IsTelling(double share) => Math.Abs(share - 0.5) > Most;

    // The share of all pairs in which the second is the longer; of equal ones, half.
    private static double LongerShare(long[] first, long[] second)
    {
        var sorted = first.Order().ToArray();
        var longer = 0.0;
        foreach (var time in second)
        {
            var (below, upTo) = (LowerBound(sorted, time), LowerBound(sorted, time + 1));
            longer += (below + upTo) / 2.0;
        }

        return longer / first.Length / second.Length;
    }

    private static int LowerBound(long[] sorted, long value)
    {
        var (from, to) = (0, sorted.Length);
        while (from < to)
        {
            var middle = (from + to) / 2;
            (from, to) = sorted[middle] < value ? (middle + 1, to) : (from, middle);
        }

        return from;
    }

    private static async Task<long[][]> MeasureAsync(Credentials credentials, string[] tokens)
    {
        var random = new Random(20260314);
        int[] order = [.. Enumerable.Range(0, tokens.Length)];
        long[][] times = [.. tokens.Select(_ => new long[Tries])];

        // The first half is for the compiler, which goes on improving what runs often.
        for (var round = -Tries; round < Tries; round++)
        {
            random.Shuffle(order);
            foreach (var kind in order)
            {
                var since = TimeProvider.System.GetTimestamp();
                var (caller, _) = await credentials.JudgeAsync(tokens[kind], default);
                times[kind][Math.Max(round, 0)] = TimeProvider.System.GetTimestamp() - since;
                Assert.Null(caller);
            }
        }

        return times;
    }

    private async Task<Credentials> CredentialsAsync()
    {
        KeyRecord[] keys = [.. Enumerable.Range(0, 100).Select(i => Sample.Record(ApiKey.New(), $"caller {i}")), Sample.Record(_revoked, "revoked") with { Revoked = Sample.Now }];
        await _folder.WriteAsync(keys);
        return Sample.Credentials(_folder.Store, new FakeTimeProvider(Sample.Now.AddDays(1)));
    }
}
