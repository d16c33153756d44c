using System.Text.Json.Nodes;

namespace Vts.FaultyFunction;

/// <summary>As little of the Lambda Runtime API as a function needs.</summary>
internal sealed class RuntimeClient(string authority) : IDisposable
{
    private readonly HttpClient _http = new(new SocketsHttpHandler { UseProxy = false })
    {
        BaseAddress = new Uri($"http://{authority}/2018-06-01/runtime/"), Timeout = Timeout.InfiniteTimeSpan,
    };

    public async Task<(string Id, JsonNode Event, JsonObject Headers)> NextAsync()
    {
        using var answer = await _http.GetAsync("invocation/next");
        answer.EnsureSuccessStatusCode();
        var headers = new JsonObject();
        foreach (var header in answer.Headers)
        {
            headers[header.Key] = header.Value.First();
        }

        return (answer.Headers.GetValues("Lambda-Runtime-Aws-Request-Id").First(), JsonNode.Parse(await answer.Content.ReadAsStringAsync())!, headers);
    }

    public Task<int> AnswerAsync(string id, string body) => PostAsync($"invocation/{id}/response", body);

    public Task<int> FailAsync(string id, string body) => PostAsync($"invocation/{id}/error", body);

    public Task<int> FailInitAsync(string body) => PostAsync("init/error", body);

    public void Dispose() => _http.Dispose();

    private async Task<int> PostAsync(string path, string body)
    {
        using var content = new StringContent(body);
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = content };
        request.Headers.Add("Lambda-Runtime-Function-Error-Type", "Faulty.Error");
        using var answer = await _http.SendAsync(request);
        return (int)answer.StatusCode;
    }
}
