using System.Net;
using System.Net.Sockets;

namespace Vts.Api.Tests.Moods;

/// <summary>A service over a company with cards on two pages, with short deadlines, and a host beside Extend that nobody may call.</summary>
internal sealed class MoodService : IAsyncDisposable
{
    private const string Tenant = "moods";
    private const int Cards = 53;
    private const int TransactionsPerCard = 28;

    private readonly TcpListener _elsewhere = new(IPAddress.Loopback, 0);

    private MoodService(VtsApp vts) => Vts = vts;

    public VtsApp Vts { get; }

    public Truth Truth { get; private set; } = null!;

    /// <summary>All questions, with pages in the middle of lists among them.</summary>
    public IReadOnlyList<Question> Questions { get; private set; } = [];

    /// <summary>How many calls of Extend all questions cost in a good mood.</summary>
    public int UsualCalls { get; private set; }

    /// <summary>A mood that sends the service to the host beside Extend.</summary>
    public Mood Redirect => new("redirect", "redirect", ("to", $"http://{_elsewhere.LocalEndpoint}"));

    public static async Task<MoodService> StartAsync(bool older)
    {
        var service = new MoodService(await VtsApp.StartAsync(older, Tenant, settings:
        [
            ("Extend:CallTimeout", "00:00:01"), ("Extend:ReadTimeout", "00:00:01.500"), ("Extend:Retries", "1"), ("Extend:MaxAnswerBytes", $"{1024 * 1024}"),
            ("Sessions:SignInsPerHour", "60"),
        ]));
        service._elsewhere.Start();
        await service.Vts.Simulator.TenantAsync(Tenant, Cards, TransactionsPerCard);
        service.Truth = await Truth.ReadAsync(service.Vts.Simulator, Tenant);
        service.Questions = await service.QuestionsAsync();
        await service.Vts.Simulator.ForgetRequestsAsync();
        await service.HoldAsync([], service.Questions);
        service.UsualCalls = (await service.Vts.Simulator.RequestsAsync()).Length;
        return service;
    }

    /// <summary>Asks all at once; every answer keeps to the invariants.</summary>
    public async Task<IReadOnlyList<Reply>> HoldAsync(IReadOnlyCollection<Mood> moods, IReadOnlyList<Question> questions)
    {
        var replies = await Task.WhenAll(questions.Select(question => Reply.AskAsync(Vts, question)));
        foreach (var reply in replies)
        {
            await new Invariants(Truth, moods).HoldAsync(reply);
        }

        Assert.False(_elsewhere.Pending(), "Another host than Extend was called.");
        return replies;
    }

    /// <summary>Ends all moods. At the first request after what the throttle may wait the service is well, and all that it says is right.</summary>
    public async Task RecoverAsync()
    {
        await Vts.Simulator.EndFaultsAsync();
        if (!Vts.Pass(TimeSpan.FromMinutes(10)))
        {
            return;
        }

        string[] paths = [$"/cards/{Truth.Card()}", "/cards", $"/cards/{Truth.Card()}/transactions"];
        foreach (var path in paths)
        {
            var reply = (await HoldAsync([], [Questions.First(question => question.Path.StartsWith(path, StringComparison.Ordinal))]))[0];
            Assert.True(reply.Status == 200, $"After the mood {path} is {reply.Status} {reply.Body}");

            // The way back from an outage is steep for a minute.
            Vts.Pass(TimeSpan.FromMinutes(2));
        }
    }

    public async ValueTask DisposeAsync()
    {
        _elsewhere.Dispose();
        await Vts.DisposeAsync();
    }

    private async Task<Question[]> QuestionsAsync()
    {
        var questions = Question.About(Truth.Card()).ToList();
        foreach (var question in questions.Where(question => question.Path.Contains("?limit=", StringComparison.Ordinal) && !question.Path.Contains("all", StringComparison.Ordinal)).ToArray())
        {
            using var first = await Vts.SendAsync(question.Path);
            questions.Add(question with { Path = Lists.Pages.Next(first)! });
        }

        return [.. questions];
    }
}
