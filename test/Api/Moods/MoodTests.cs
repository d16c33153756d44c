using Vts.Api.Tests.Faces;

namespace Vts.Api.Tests.Moods;

/// <summary>Each of Extend's moods alone, at every operation in its main forms.</summary>
public abstract class MoodTests(MoodFixture fixture)
{
    // Enough to see that the faces do not differ: in process all are tried.
    private static readonly string[] OnEveryFace = ["500", "429", "web page", "cut", "204", "gzip bomb", "half of the JSON", "no UTF-8", "countless", "a card number as id"];

    public static TheoryData<string> Names => [.. AllMoods.List.Where(mood => !mood.IsEndless && (Face.Current is InProcessFace || OnEveryFace.Contains(mood.Name))).Select(mood => mood.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task In_each_mood_every_answer_keeps_to_the_contract_and_after_it_all_is_well(string name)
    {
        var (service, mood) = (fixture.Service, AllMoods.Of(name));
        await service.Vts.Simulator.ForgetRequestsAsync();
        await mood.BeginAsync(service.Vts.Simulator);

        await service.HoldAsync([mood], service.Questions);

        Assert.InRange((await service.Vts.Simulator.RequestsAsync()).Length, 0, service.UsualCalls * 6);
        await service.RecoverAsync();
    }

    [Fact]
    public async Task Redirected_elsewhere_it_does_not_go()
    {
        var service = fixture.Service;
        await service.Redirect.BeginAsync(service.Vts.Simulator);

        var replies = await service.HoldAsync([service.Redirect], service.Questions);

        Assert.All(replies.Where(reply => reply.Question.Operation != "/me"), reply => Assert.NotEqual(200, reply.Status));
        await service.RecoverAsync();
    }
}
