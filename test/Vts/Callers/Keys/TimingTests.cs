using Microsoft.Extensions.Time.Testing;
using Vts.Callers;
using Vts.Callers.Keys;

namespace Vts.Tests.Callers.Keys;

/// <summary>
/// The work that a refusal takes, by the medians of 10,000 tries of each kind, which take turns in random order: what else runs on
/// the machine meets all alike. What can be told of it from outside is tested over HTTP.
/// </summary>
[Collection(nameof(Alone))]
public sealed class TimingTests(ITestOutputHelper output) : IDisposable
{
    private const int Tries = 10_000;
    private const double MostDifference = 0.15;

    private readonly KeyFolder _folder = new();
    private readonly string _revoked = ApiKey.New();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Unknown_revoked_and_wrong_length_tokens_take_the_same_work()
    {
        var credentials = await CredentialsAsync();
        var unknown = ApiKey.New();
        string[] tokens = [unknown, _revoked, unknown[..^1], unknown + "0", "short"];

        // A difference that is there is there each time.
        double[] differences = [];
        for (var attempt = 0; attempt < 3 && (differences.Length == 0 || differences.Max() > MostDifference); attempt++)
        {
            var times = await MeasureAsync(credentials, tokens);
            differences = [.. times[1..].Select(other => Math.Abs(Median(other) / Median(times[0]) - 1))];
            output.WriteLine($"unknown {Median(times[0])} ticks; by how much others differ: {string.Join(", ", differences.Select(difference => $"{difference:0.000}"))}");
        }

        Assert.All(differences, difference => Assert.InRange(difference, 0, MostDifference));
    }

    [Fact]
    public async Task The_test_sees_the_difference_that_more_blocks_to_hash_make()
    {
        var credentials = await CredentialsAsync();
        var difference = 0.0;
        for (var attempt = 0; attempt < 3 && difference <= MostDifference; attempt++)
        {
            var times = await MeasureAsync(credentials, [ApiKey.New(), string.Concat(Enumerable.Repeat(ApiKey.New(), 10))]);
            difference = (Median(times[1]) / Median(times[0])) - 1;
        }

        Assert.InRange(difference, MostDifference, double.MaxValue);
    }

    private static double Median(long[] times) => times.Order().ElementAt(times.Length / 2);

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
