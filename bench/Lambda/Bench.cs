namespace Vts.Bench.Lambda;

/// <summary>The whole run: that all answer alike, then cold starts, then warm calls.</summary>
internal sealed class Bench(Surroundings surroundings, bool isQuick, Figures figures)
{
    public const string Kept = "VTS, kept";
    public const string NotKept = "VTS, not kept";
    public const string WarmPython = "Python";

    public int ColdRounds => isQuick ? 7 : 31;

    public const int Blocks = 10;

    public int CallsInBlock => isQuick ? 20 : 50;

    public static string Cold(string program, TrustStore trust) => $"{program}, {trust.Name}";

    public async Task RunAsync()
    {
        var cold = new List<Subject>();
        foreach (var trust in surroundings.TrustStores)
        {
            cold.Add(await surroundings.SubjectAsync(Surroundings.Vts, Cold(Surroundings.Vts, trust), trust));
            cold.Add(await surroundings.SubjectAsync(Surroundings.Python, Cold(Surroundings.Python, trust), trust));
        }

        await CheckEqualAsync(cold);
        var signIns = await surroundings.Extend.CallsAsync("POST");
        Say("measuring cold starts");
        await new ColdStarts(cold, figures).MeasureAsync(ColdRounds);
        foreach (var subject in cold)
        {
            await subject.EndAsync();
        }

        Say("measuring warm calls");
        var own = surroundings.TrustStores[0];
        await new WarmCalls(
            [
                (await surroundings.SubjectAsync(Surroundings.Vts, Kept, own), Events.Usual),
                (await surroundings.SubjectAsync(Surroundings.Vts, NotKept, own), Events.NoCache),
                (await surroundings.SubjectAsync(Surroundings.Python, WarmPython, own), Events.NoCache),
            ],
            surroundings.Extend,
            figures).MeasureAsync(Blocks, CallsInBlock);
        if (await surroundings.Extend.CallsAsync("POST") != signIns)
        {
            throw new BenchException("A session was renewed meanwhile, which is no part of what is measured; try again");
        }
    }

    private static async Task CheckEqualAsync(List<Subject> subjects)
    {
        var (first, _) = await subjects[0].AskAsync(Events.Usual, 200);
        foreach (var subject in subjects)
        {
            await subject.AskAsync(Events.Stranger, 401);
            foreach (var call in new[] { Events.Usual, Events.NoCache })
            {
                if ((await subject.AskAsync(call, 200)).Body != first)
                {
                    throw new BenchException($"{subject.Name} does not send the bytes that {subjects[0].Name} sends");
                }
            }
        }

        Say($"all send the same {first.Length} characters, and refuse whom they do not know");
    }

    private static void Say(string text) => Console.Out.WriteLine(text);
}
