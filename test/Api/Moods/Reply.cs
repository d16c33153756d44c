using System.Diagnostics;

namespace Vts.Api.Tests.Moods;

/// <summary>What a question was answered with.</summary>
/// <param name="Question">The question.</param>
/// <param name="Response">The answer.</param>
/// <param name="Body">Its body; null where the connection was cut before its end.</param>
/// <param name="Took">How long it took.</param>
internal sealed record Reply(Question Question, HttpResponseMessage Response, string? Body, TimeSpan Took)
{
    public int Status => (int)Response.StatusCode;

    public static async Task<Reply> AskAsync(VtsApp vts, Question question)
    {
        var started = Stopwatch.GetTimestamp();
        using var request = new HttpRequestMessage(HttpMethod.Get, question.Path);
        request.Headers.TryAddWithoutValidation("token", VtsApp.Token);
        if (question.IsLenient)
        {
            request.Headers.TryAddWithoutValidation("Prefer", "handling=lenient");
        }

        var response = await vts.Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        try
        {
            await response.Content.LoadIntoBufferAsync();
            return new(question, response, await response.Content.ReadAsStringAsync(), Stopwatch.GetElapsedTime(started));
        }
        catch (HttpRequestException) when ((int)response.StatusCode == 200)
        {
            return new(question, response, Body: null, Stopwatch.GetElapsedTime(started));
        }
    }
}
