using CsCheck;
using Extend.Throttle;

namespace Extend.Tests.Throttle;

public sealed class ShareQueueTests
{
    private static readonly Gen<(int Share, bool Takes)[]> Steps = Gen.Select(Gen.Int[0, 4], Gen.Bool).Array[0, 200];

    [Fact]
    public void Whoever_comes_to_a_queue_has_his_turn_before_anyone_has_two() => Steps.Sample(steps =>
    {
        var queue = Queue(steps);
        var newcomer = queue.Add("newcomer", default, default);

        var before = new List<string>();
        for (var next = queue.TakeNext(); next != newcomer; next = queue.TakeNext())
        {
            before.Add(next.Share.Name);
        }

        Assert.Equal(before.Distinct(), before);
    });

    [Fact]
    public void Between_two_turns_of_one_share_each_other_that_waits_has_one() => Steps.Sample(steps =>
    {
        var queue = Queue(steps);
        var lastTurn = new Dictionary<string, int>();
        for (var turn = 0; queue.Count > 0; turn++)
        {
            var waiting = queue.Reads.Select(read => read.Share.Name).ToHashSet();
            var served = queue.TakeNext().Share.Name;
            if (lastTurn.TryGetValue(served, out var last))
            {
                Assert.All(waiting, other => Assert.True(other == served || lastTurn.GetValueOrDefault(other, -1) > last));
            }

            lastTurn[served] = turn;
        }
    });

    [Fact]
    public void A_shares_reads_have_their_turns_in_the_order_they_came() => Steps.Sample(steps =>
    {
        var queue = Queue(steps);
        var inOrder = queue.Reads.ToLookup(read => read.Share);
        var served = new List<WaitingRead>();
        while (queue.Count > 0)
        {
            served.Add(queue.TakeNext());
        }

        Assert.All(inOrder, share => Assert.Equal(share, served.Where(read => read.Share == share.Key)));
    });

    [Fact]
    public void The_number_ahead_is_right_but_for_ties() => Gen.Select(Steps, Gen.Int[0, 4]).Sample((steps, share) =>
    {
        var queue = Queue(steps);
        var told = queue.Ahead($"{share}");
        var read = queue.Add($"{share}", default, default);
        var shares = queue.Reads.Select(one => one.Share).Distinct().Count();

        var ahead = 0;
        while (queue.TakeNext() != read)
        {
            ahead++;
        }

        Assert.InRange(told, ahead, ahead + shares - 1);
    });

    [Fact]
    public void When_there_are_too_many_the_last_of_the_longest_share_has_no_room()
    {
        var queue = new ShareQueue(most: 3);
        var few = queue.Add("few", default, default);
        queue.Add("many", default, default);
        var last = queue.Add("many", default, default);
        Assert.Null(queue.TakeExcess());

        var newcomer = queue.Add("new", default, default);

        Assert.Same(last, queue.TakeExcess());
        Assert.Contains(newcomer, queue.Reads);
        Assert.Contains(few, queue.Reads);
        Assert.Equal(3, queue.Count);
    }

    private static ShareQueue Queue((int Share, bool Takes)[] steps)
    {
        var queue = new ShareQueue(int.MaxValue);
        foreach (var (share, takes) in steps)
        {
            queue.Add($"{share}", default, default);
            if (takes)
            {
                queue.TakeNext();
            }
        }

        return queue;
    }
}
