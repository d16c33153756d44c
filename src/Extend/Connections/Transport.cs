using System.Net.Http.Headers;

namespace Extend.Connections;

/// <summary>One call to Extend: the headers every call has, its time and size limits, and its measurement.</summary>
internal sealed class Transport(HttpMessageInvoker http, ExtendOptions options, TimeProvider time, ExtendMetrics metrics)
{
    private static readonly MediaTypeWithQualityHeaderValue Version = new("application/vnd.paywithextend.v2021-03-12+json");
    private static readonly ProductInfoHeaderValue Agent = new("vts-extend", typeof(Transport).Assembly.GetName().Version?.ToString(3));

    /// <summary>Sends the request and reads the whole answer, whatever its status.</summary>
    /// <exception cref="ExtendException">No whole answer came, or it was over the limit.</exception>
    public async Task<Answer> SendAsync(string operation, HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var started = time.GetTimestamp();
        using var activity = ExtendActivities.Start(operation);
        try
        {
            var answer = await ExchangeAsync(request, cancellationToken);
            ExtendActivities.End(activity, answer.Status, fault: null);
            metrics.CallEnded(operation, time.GetElapsedTime(started), answer.Status, fault: null);
            return answer;
        }
        catch (ExtendException failure)
        {
            ExtendActivities.End(activity, failure.Status, failure.Fault);
            metrics.CallEnded(operation, time.GetElapsedTime(started), failure.Status, failure.Fault);
            throw;
        }
    }

    private async Task<Answer> ExchangeAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        request.Headers.Accept.Add(Version);
        request.Headers.UserAgent.Add(Agent);
        request.Version = System.Net.HttpVersion.Version20;
        request.VersionPolicy = HttpVersionPolicy.RequestVersionOrLower;

        using var deadline = new CancellationTokenSource(options.CallTimeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, deadline.Token);
        var (status, sentAt) = (default(int?), time.GetUtcNow());
        try
        {
            using var response = await http.SendAsync(request, either.Token);
            status = (int)response.StatusCode;
            var body = await Body.ReadAsync(response.Content, options.MaxAnswerBytes, either.Token);
            return new Answer(status.Value, body, RetryAfter.Read(response.Headers, time.GetUtcNow()), RateLimitRemaining.Read(response.Headers)) { SentAt = sentAt };
        }
        catch (OperationCanceledException late) when (!cancellationToken.IsCancellationRequested)
        {
            throw new ExtendException(ExtendFault.TimedOut, status: status, inner: late);
        }
        catch (Exception broken) when (broken is HttpRequestException or IOException or InvalidDataException)
        {
            throw new ExtendException(status is null ? ExtendFault.Unreachable : ExtendFault.AnswerUnreadable, status: status, inner: broken);
        }
    }
}
