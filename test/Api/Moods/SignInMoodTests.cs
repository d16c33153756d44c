using Vts.Api.Tests.Faces;

namespace Vts.Api.Tests.Moods;

/// <summary>Extend's moods at the sign-in: either it is no sign of risk, and all is well after it, or the guard is closed and says so.</summary>
public sealed class SignInMoodTests
{
    private const string Reason = "A service for each mood takes long where it is a process of its own.";

    private static readonly string[] Risks = ["400", "401", "403", "404", "406", "422", "web page in 200", "web page in 404", "challenge"];

    public static bool IsElsewhere => Face.Current is not InProcessFace;

    public static TheoryData<string> Names => [.. AllMoods.List.Where(mood => mood is { IsSlow: false, IsEndless: false, Kind: not ("plantedMember" or "wrongTotals") }).Select(mood => mood.Name)];

    [Theory(Skip = Reason, SkipWhen = nameof(IsElsewhere))]
    [MemberData(nameof(Names))]
    public async Task In_each_mood_at_the_sign_in_the_answer_is_right_or_a_problem_of_extends(string name)
    {
        await using var vts = await VtsApp.StartAsync(older: true, settings: ("Extend:CallTimeout", "00:00:01"));
        await AllMoods.Of(name).BeginAsync(vts.Simulator, "/signin");

        var during = await StatusAsync(vts);
        Assert.True(during.Status is 200 or 502 or 503 or 504, $"{during}");
        await vts.Simulator.EndFaultsAsync();
        vts.Pass(TimeSpan.FromMinutes(15));
        var after = await StatusAsync(vts);

        // A mood that lasts looks the same after it: whether sign-in is closed tells the one from the other.
        Assert.Equal(Risks.Contains(name, StringComparer.Ordinal) || during.Body.Contains("extend_sign_in_code_asked", StringComparison.Ordinal) ? 503 : 200, after.Status);
        Assert.InRange((await vts.Simulator.RequestsAsync()).Count(request => request == "POST /signin"), 1, 4);
        Assert.DoesNotContain("4111111111111111", during.Body + vts.Log, StringComparison.Ordinal);
    }

    private static async Task<(int Status, string Body)> StatusAsync(VtsApp vts)
    {
        using var response = await vts.SendAsync("/cards");
        return ((int)response.StatusCode, await response.Content.ReadAsStringAsync());
    }
}
