namespace Extend.Simulator.Http;

/// <summary>Puts an answer on the wire.</summary>
internal static class AnswerSender
{
    private static readonly byte[] Spaces = [.. Enumerable.Repeat((byte)' ', 64 * 1024)];

    public static async Task SendAsync(this Answer answer, HttpContext http)
    {
        if (answer.IsDropped)
        {
            http.Abort();
            return;
        }

        var response = http.Response;
        response.StatusCode = answer.Status;
        response.ContentType = answer.Body.IsEmpty ? null : answer.ContentType;
        response.ContentLength = answer.Body.Length + answer.Padding;
        foreach (var (name, value) in answer.Headers)
        {
            response.Headers.Append(name, value);
        }

        if (answer.CutAfter is { } cut)
        {
            await response.Body.WriteAsync(answer.Body[..Math.Min(cut, answer.Body.Length)], http.RequestAborted);

            // The server closes the connection of an answer shorter than announced; to abort could take back what was sent.
            return;
        }

        await response.Body.WriteAsync(answer.Body, http.RequestAborted);
        for (var left = answer.Padding; left > 0; left -= Spaces.Length)
        {
            await response.Body.WriteAsync(Spaces.AsMemory(0, (int)Math.Min(left, Spaces.Length)), http.RequestAborted);
        }
    }
}
