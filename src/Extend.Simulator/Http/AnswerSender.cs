using System.IO.Compression;
using Microsoft.AspNetCore.Connections.Features;
using Microsoft.AspNetCore.Http.Features;

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

        if (answer.Raw is { } raw)
        {
            await SendRawAsync(raw, http);
            return;
        }

        var response = http.Response;
        response.StatusCode = answer.Status;
        response.ContentType = answer.Body.IsEmpty ? null : answer.ContentType;
        foreach (var (name, value) in answer.Headers)
        {
            response.Headers.Append(name, value);
        }

        if (answer.IsCompressed)
        {
            response.Headers.ContentEncoding = "gzip";
            await using var compressed = new GZipStream(response.Body, CompressionLevel.Fastest);
            await WriteAsync(answer, compressed, http.RequestAborted);
            return;
        }

        response.ContentLength = answer.IsEndless || answer.Status == StatusCodes.Status204NoContent ? null : answer.Body.Length + answer.Padding;
        await WriteAsync(answer, response.Body, http.RequestAborted);
    }

    private static async Task WriteAsync(Answer answer, Stream stream, CancellationToken cancellationToken)
    {
        if (answer.CutAfter is { } cut)
        {
            await stream.WriteAsync(answer.Body[..Math.Min(cut, answer.Body.Length)], cancellationToken);

            // The server closes the connection of an answer shorter than announced; to abort could take back what was sent.
            return;
        }

        if (answer.Pause is { } pause)
        {
            for (var i = 0; i < answer.Body.Length; i++)
            {
                await pause(cancellationToken);
                await stream.WriteAsync(answer.Body.Slice(i, 1), cancellationToken);
                await stream.FlushAsync(cancellationToken);
            }
        }
        else
        {
            await stream.WriteAsync(answer.Body, cancellationToken);
        }

        for (var left = answer.IsEndless ? long.MaxValue : answer.Padding; left > 0; left -= Spaces.Length)
        {
            await stream.WriteAsync(Spaces.AsMemory(0, (int)Math.Min(left, Spaces.Length)), cancellationToken);
        }
    }

    /// <summary>Writes past the HTTP server and closes. Only when the client has gone may that do its own part: until then it would add an answer.</summary>
    private static async Task SendRawAsync(byte[] raw, HttpContext http)
    {
        var output = http.Features.GetRequiredFeature<IConnectionTransportFeature>().Transport.Output;
        await output.WriteAsync(raw, http.RequestAborted);
        await output.CompleteAsync();
        var gone = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var registration = http.RequestAborted.Register(gone.SetResult);
        await gone.Task;
    }
}
