namespace Vts.Bench.Bare;

/// <summary>Asks Extend for each card what VTS asks, and sends the card's bytes, which it has already, when the answer has come.</summary>
internal sealed class AskedList(ExtendCalls extend, CardPiece[] pieces)
{
    private const int MostUnsent = 32 * 1024;

    /// <summary>Sends all of it, the cards in their order, while the next few are being asked for.</summary>
    public async Task SendAsync(HttpContext context)
    {
        var leaving = context.RequestAborted;
        var output = context.Response.BodyWriter;
        await extend.AskForCardsAsync(pieces.Length, leaving);
        var asked = new Queue<Task>();
        for (var (next, sent) = (0, 0); sent < pieces.Length; sent++)
        {
            while (next < pieces.Length && asked.Count < ExtendCalls.SideBySide)
            {
                asked.Enqueue(extend.AskForTransactionsAsync(pieces[next++].CardId, leaving));
            }

            // As in VTS: what is written waits for more only while more is there at once.
            var answer = asked.Dequeue();
            if (!answer.IsCompleted || output.UnflushedBytes >= MostUnsent)
            {
                await output.FlushAsync(leaving);
            }

            await answer;
            Write(output, pieces[sent].Bytes.Span);
        }

        await output.FlushAsync(leaving);
    }

    private static void Write(System.IO.Pipelines.PipeWriter output, ReadOnlySpan<byte> bytes)
    {
        bytes.CopyTo(output.GetSpan(bytes.Length));
        output.Advance(bytes.Length);
    }
}
