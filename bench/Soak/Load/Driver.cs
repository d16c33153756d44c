using System.Net.Sockets;
using System.Threading.Channels;
using Vts.Bench.Soak.Checking;
using Vts.Bench.Soak.Faults;
using Vts.Bench.Soak.Processes;
using Vts.Bench.Soak.Requests;

namespace Vts.Bench.Soak.Load;

/// <summary>Sends the load, and sees to it that every request has an outcome.</summary>
internal sealed class Driver(Mix mix, Target target, Judge judge, Tally tally, Server server, FaultLog faults, SoakClock clock)
{
    // More connections at once cost both sides more than they bring.
    private const int MostUnderWay = 5_000;
    private const int ClosedLoops = 512;
    private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(4);

    // Where the load itself comes so late, it comes all at once then.
    private static readonly TimeSpan Stall = TimeSpan.FromSeconds(1);

    // A connection that nothing is under way on may be closed while a request is on its way to it; HTTP has its sender send it again.
    private static readonly TimeSpan MayCross = TimeSpan.FromSeconds(1);

    /// <summary>As many requests as get answered, each after the one before: requests a second.</summary>
    public async Task<double> MeasureAsync(TimeSpan duration, CancellationToken cancellationToken)
    {
        var (began, sent, gate) = (clock.Now, 0, new Lock());
        await Task.WhenAll(Enumerable.Range(0, ClosedLoops).Select(_ => Task.Run(async () =>
        {
            while (clock.Now - began < duration && !cancellationToken.IsCancellationRequested)
            {
                Ask next;
                lock (gate)
                {
                    next = mix.Next();
                }

                await PerformAsync(new(next, clock.Now));
                Interlocked.Increment(ref sent);
            }
        }, cancellationToken)));
        return sent / (clock.Now - began).TotalSeconds;
    }

    /// <summary>Requests that are due one after the other at this rate, whether or not those before are answered.</summary>
    public async Task LoadAsync(double rate, TimeSpan duration, CancellationToken cancellationToken)
    {
        var queue = Channel.CreateUnbounded<Arrival>(new() { SingleWriter = true });
        var senders = Enumerable.Range(0, MostUnderWay).Select(_ => SendAsync(queue.Reader)).ToArray();
        await OwnThread.RunAsync(() => Arrive(queue.Writer, rate, duration, cancellationToken));
        await Task.WhenAll(senders);
    }

    private void Arrive(ChannelWriter<Arrival> queue, double rate, TimeSpan duration, CancellationToken cancellationToken)
    {
        var (began, last) = (clock.Now, clock.Now);
        for (var sent = 0L; clock.Now - began < duration && !cancellationToken.IsCancellationRequested;)
        {
            var now = clock.Now;
            if (now - last > Stall)
            {
                faults.Begin(FaultKind.Stall, last).Ended = now;
            }

            last = now;
            for (var due = (long)((now - began).TotalSeconds * rate); sent < due; sent++)
            {
                queue.TryWrite(new(mix.Next(), began + TimeSpan.FromSeconds(sent / rate)));
            }

            cancellationToken.WaitHandle.WaitOne(Tick);
        }

        queue.Complete();
    }

    private async Task SendAsync(ChannelReader<Arrival> queue)
    {
        await foreach (var arrival in queue.ReadAllAsync())
        {
            await PerformAsync(arrival);
        }
    }

    private async Task PerformAsync(Arrival arrival)
    {
        var ask = arrival.Ask;
        while (true)
        {
            var sent = clock.Now;
            if (sent - arrival.Due > Target.Deadline)
            {
                Note(arrival, new(Outcome.Lost, "it could not be sent in time"), []);
                return;
            }

            var remembered = ask.IsConditional ? judge.Last(ask) : null;
            try
            {
                var answers = await target.AskAsync(ask, remembered?.Tag);
                var verdict = await judge.OfAsync(ask, remembered, answers);
                Note(arrival, verdict.Outcome is Outcome.Right && answers[^1].Received - arrival.Due > Target.Deadline ? new(Outcome.Lost, "it came too late") : verdict, answers);
                return;
            }
            catch (UnansweredException failure)
            {
                if (OutcomeOf(ask, failure.InnerException!, failure.Sent, clock.Now) is { } verdict)
                {
                    Note(arrival, verdict, []);
                    return;
                }

                Interlocked.Increment(ref tally.SentAgain);
                await Task.WhenAny(Task.WhenAll(server.Interruptions.Select(each => each.Ready)), clock.WaitAsync(Target.Deadline, CancellationToken.None));
            }
        }
    }

    // Null where it is to be sent again.
    private Verdict? OutcomeOf(Ask ask, Exception failure, TimeSpan sent, TimeSpan now)
    {
        var interruption = server.Interruptions.LastOrDefault(each => each.Began <= now && each.Ended >= sent);
        var isRefused = failure.InnerException is SocketException { SocketErrorCode: SocketError.ConnectionRefused };
        return interruption is { IsKill: true } && (isRefused ? sent < interruption.Began : sent <= interruption.Gone) ? new(Outcome.CutByKill)
            : interruption is not null && (interruption.IsKill || isRefused || interruption.Began - sent < MayCross) ? null
            : ask.IsStreamed && failure is not OperationCanceledException && judge.MayBeCut(sent, now) ? new(Outcome.CutByFault)
            : new(Outcome.Lost, $"{failure.GetType().Name}: {failure.Message} {failure.InnerException?.Message}");
    }

    private void Note(Arrival arrival, Verdict verdict, IReadOnlyList<Answer> answers)
    {
        foreach (var answer in answers)
        {
            tally.Status(answer.Status < 400 || answer.Body.Length == 0 ? $"{answer.Status}" : $"{answer.Status} {Problem.Read(answer).Code}");
        }

        if (answers.Count > 0 && answers[^1].IsStale)
        {
            Interlocked.Increment(ref tally.Stale);
        }

        var now = clock.Now;
        var text = tally.Add(arrival.Ask.Name, verdict.Outcome, now - arrival.Due, () => string.Join('\n',
        [
            $"{verdict.Outcome}: {arrival.Ask.Name}: {verdict.Reason}",
            $"at {now.TotalSeconds:0.0} s, due at {arrival.Due.TotalSeconds:0.0} s; faults: {(faults.On(arrival.Due, now) is { Length: > 0 } on ? on : "none")}",
            $"{arrival.Ask}",
            .. answers.Select(answer => $"\n{answer}"),
        ]));
        if (text is not null)
        {
            Console.Out.WriteLine(text);
        }
    }
}
