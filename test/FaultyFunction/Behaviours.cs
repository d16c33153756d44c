using System.Text.Json.Nodes;

namespace Vts.FaultyFunction;

/// <summary>What the query parameter <c>do</c> of an event asks for.</summary>
internal static class Behaviours
{
    private static readonly List<byte[]> Leaked = [];
    private static int _calls;
    private static int _secondAnswer;

    public static Task ActAsync(RuntimeClient runtime, string id, JsonNode @event, JsonObject headers)
    {
        _calls++;
        Console.WriteLine($"call {_calls} {id}");
        return (string?)@event["queryStringParameters"]?["do"] switch
        {
            null => runtime.AnswerAsync(id, Echo(id, @event, headers)),
            "exit" => Exit(),
            "garbage" => runtime.AnswerAsync(id, "{\"statusCode\":"),
            "wrong" => runtime.AnswerAsync(id, """{"statusCode":200,"bodi":"x"}"""),
            "text" => runtime.AnswerAsync(id, "\"hello\""),
            "nostatus" => runtime.AnswerAsync(id, """{"hello":"world"}"""),
            "big" => runtime.AnswerAsync(id, Answer(new string('x', 7 * 1024 * 1024))),
            "never" => new TaskCompletionSource().Task,
            "twice" => TwiceAsync(runtime, id, @event, headers),
            "error" => runtime.FailAsync(id, """{"errorType":"Faulty.Error","errorMessage":"no"}"""),
            "leak" => Leak(),
            "newline" => runtime.AnswerAsync(id, """{"statusCode":200,"headers":{"x-odd":"a\r\nb"},"body":"x"}"""),
            "umlaut" => runtime.AnswerAsync(id, """{"statusCode":200,"headers":{"x-odd":"ä"},"body":"x"}"""),
            "again" => runtime.FailInitAsync("{}").ContinueWith(status => runtime.AnswerAsync(id, Answer($"{status.Result}")), TaskScheduler.Default).Unwrap(),
            "stranger" => runtime.AnswerAsync("no-such-id", "{}").ContinueWith(status => runtime.AnswerAsync(id, Answer($"{status.Result}")), TaskScheduler.Default).Unwrap(),
            _ => runtime.AnswerAsync(id, (string)@event["queryStringParameters"]!["answer"]!),
        };
    }

    private static string Echo(string id, JsonNode @event, JsonObject headers) => Answer(new JsonObject
    {
        ["id"] = id,
        ["pid"] = Environment.ProcessId,
        ["call"] = _calls,
        ["secondAnswer"] = _secondAnswer,
        ["event"] = @event.DeepClone(),
        ["runtime"] = headers,
        ["environment"] = new JsonObject(Environment.GetEnvironmentVariables().Cast<System.Collections.DictionaryEntry>()
            .Select(variable => KeyValuePair.Create((string)variable.Key, (JsonNode?)(string?)variable.Value))),
    }.ToJsonString());

    private static string Answer(string body) => new JsonObject { ["statusCode"] = 200, ["body"] = body }.ToJsonString();

    private static async Task TwiceAsync(RuntimeClient runtime, string id, JsonNode @event, JsonObject headers)
    {
        await runtime.AnswerAsync(id, Echo(id, @event, headers));
        _secondAnswer = await runtime.AnswerAsync(id, Answer("again"));
    }

    private static Task Exit()
    {
        Environment.Exit(4);
        return Task.CompletedTask;
    }

    private static Task Leak()
    {
        while (true)
        {
            var piece = GC.AllocateUninitializedArray<byte>(1024 * 1024);
            Array.Fill(piece, (byte)1);
            Leaked.Add(piece);
        }
    }
}
