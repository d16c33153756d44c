using Vts.Api.Tests.Faces;

namespace Vts.Api.Tests.Moods;

/// <summary>Moods of Extend together: pairs, all at once, and one after the other at random. VTS_LONG=1 takes all pairs and walks 2,000 steps.</summary>
public sealed class MixedMoodTests(MixedMoodTests.Fixture fixture) : IClassFixture<MixedMoodTests.Fixture>
{
    private const string Reason = "Where no test can move the clock, the moods alone must do.";

    private static readonly bool IsLong = Environment.GetEnvironmentVariable("VTS_LONG") == "1";

    // Those that take each call's time are tried alone; here they would only make the test long.
    private static readonly Mood[] Quick = [.. AllMoods.List.Where(mood => !mood.IsSlow && !mood.IsEndless && mood.Name != "late")];

    public static bool IsElsewhere => Face.Current is not InProcessFace;

    [Fact(Skip = Reason, SkipWhen = nameof(IsElsewhere))]
    public async Task In_two_moods_at_once_every_answer_keeps_to_the_contract()
    {
        var pairs = Quick.SelectMany(one => Quick.Where(other => other != one).Select(other => new[] { one, other })).ToArray();
        new Random(7).Shuffle(pairs);
        foreach (var pair in pairs.Take(IsLong ? pairs.Length : 60))
        {
            await HoldAsync(pair, Some(new Random(pair[0].Name.Length)));
        }
    }

    [Fact(Skip = Reason, SkipWhen = nameof(IsElsewhere))]
    public async Task In_all_moods_at_once_every_answer_keeps_to_the_contract()
    {
        // By turns, as the first would hide the others.
        foreach (var mood in Quick)
        {
            await mood.BeginAsync(fixture.Service.Vts.Simulator, times: 1);
        }

        await fixture.Service.HoldAsync(Quick, fixture.Service.Questions);
        await fixture.Service.HoldAsync(Quick, fixture.Service.Questions);
        await fixture.Service.RecoverAsync();
    }

    [Fact(Skip = Reason, SkipWhen = nameof(IsElsewhere))]
    public async Task Whatever_moods_come_and_go_every_answer_keeps_to_the_contract_and_in_the_end_all_is_well()
    {
        var random = new Random(20_261_128);
        var moods = new List<Mood>();
        for (var step = 0; step < (IsLong ? 2_000 : 60); step++)
        {
            if (random.Next(3) == 0)
            {
                await fixture.Service.RecoverAsync();
                moods.Clear();
            }

            var mood = Quick[random.Next(Quick.Length)];
            moods.Add(mood);
            await mood.BeginAsync(fixture.Service.Vts.Simulator, times: random.Next(4) == 0 ? null : random.Next(1, 20));
            await fixture.Service.HoldAsync(moods, Some(random));
            fixture.Service.Vts.Pass(TimeSpan.FromSeconds(random.Next(90)));
        }

        await fixture.Service.RecoverAsync();
    }

    private async Task HoldAsync(Mood[] moods, Question[] questions)
    {
        foreach (var mood in moods)
        {
            await mood.BeginAsync(fixture.Service.Vts.Simulator);
        }

        await fixture.Service.HoldAsync(moods, questions);
        await fixture.Service.Vts.Simulator.EndFaultsAsync();
        fixture.Service.Vts.Pass(TimeSpan.FromMinutes(10));
    }

    private Question[] Some(Random random)
    {
        var questions = fixture.Service.Questions;
        return [.. Enumerable.Range(0, 4).Select(_ => questions[random.Next(questions.Count)])];
    }

    public sealed class Fixture() : MoodFixture(older: false);
}
