using System.Buffers;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Vts.Aws.Lambda.Runtime;

namespace Vts.Aws.Tests.Lambda;

public sealed class AnswerSizeTests : IAsyncLifetime
{
    private LambdaService _service = null!;

    public async ValueTask InitializeAsync() => _service = await LambdaService.StartAsync(routes => routes.MapGet("/large/{way}/{character}/{count:int}", LargeAsync));

    public ValueTask DisposeAsync() => _service.DisposeAsync();

    [Theory]
    [InlineData("text")]
    [InlineData("stream")]
    [InlineData("pipe")]
    [InlineData("json")]
    public async Task An_answer_over_5_MB_is_a_problem_and_nothing_of_it_is_left_however_it_is_written(string way)
    {
        var (outcome, answer) = await _service.HandleAsync(LambdaService.Event("GET", $"/large/{way}/x/5000001", isVersionTwo: false));

        LambdaService.AssertProblem(400, "answer_too_large", answer);
        Assert.Equal(400, outcome.Status);
        Assert.Null(answer["headers"]!["x-large"]);
    }

    [Theory]
    [InlineData("text", "x", 5_000_000)]
    [InlineData("stream", "x", 5_000_000)]
    [InlineData("pipe", "x", 5_000_000)]
    [InlineData("json", "x", 4_999_998)]
    [InlineData("text", "%22", 3_112_960)]
    [InlineData("stream", "%01", 1_037_653)]
    [InlineData("text", "%F0%9F%98%80", 1_250_000)]
    public async Task An_answer_that_is_just_small_enough_arrives_whole(string way, string character, int count)
    {
        var (outcome, answer) = await _service.HandleAsync(LambdaService.Event("GET", $"/large/{way}/{character}/{count}", isVersionTwo: false));

        var text = string.Concat(Enumerable.Repeat(Uri.UnescapeDataString(character), count));
        Assert.True(outcome.Answer.Length <= RuntimeApi.MostAnswerBytes);
        Assert.Equal(200, outcome.Status);
        Assert.True(way == "json" ? $"\"{text}\"" == (string?)answer["body"] : text == (string?)answer["body"]);
    }

    [Theory]
    [InlineData("text", "%22", 3_112_961)]
    [InlineData("pipe", "%5C", 3_112_961)]
    [InlineData("stream", "%01", 1_037_654)]
    public async Task An_answer_that_Lambdas_JSON_makes_too_large_is_the_same_problem(string way, string character, int count)
    {
        var (_, answer) = await _service.HandleAsync(LambdaService.Event("GET", $"/large/{way}/{character}/{count}", isVersionTwo: true));

        LambdaService.AssertProblem(400, "answer_too_large", answer);
    }

    // In pieces that end anywhere, or in one.
    private static async Task LargeAsync(HttpContext context, string way, string character, int count)
    {
        context.Response.Headers["x-large"] = "yes";
        var text = string.Concat(Enumerable.Repeat(character, count));
        switch (way)
        {
            case "text":
                await context.Response.WriteAsync(text);
                break;
            case "json":
                await context.Response.WriteAsJsonAsync(text);
                break;
            case "pipe":
                context.Response.BodyWriter.Write(Encoding.UTF8.GetBytes(text));
                break;
            default:
                foreach (var piece in Encoding.UTF8.GetBytes(text).Chunk(1_000_003))
                {
                    await context.Response.Body.WriteAsync(piece);
                    await context.Response.Body.FlushAsync();
                }

                break;
        }
    }
}
