using System.Text.Json.Serialization.Metadata;
using Extend.Accounts;
using Extend.Json;
using Extend.Throttle;
using Polly;
using Polly.Timeout;

namespace Extend.Connections;

/// <summary>One account's way to Extend: its turn, the proof of identity, the GET. Nothing else than GETs goes here.</summary>
internal sealed class Connection(
    Uri baseAddress,
    IAuthorizer authorizer,
    Transport transport,
    AccountThrottle throttle,
    RetryBudget retries,
    ExtendOptions options,
    TimeProvider time)
    : IDisposable
{
    private readonly ResiliencePipeline _pipeline = ReadPipeline.Build(options, retries, time);

    /// <summary>How many of this account's requests may be under way at once.</summary>
    public int Concurrency => options.Concurrency;

    /// <summary>Reads what the path names.</summary>
    /// <exception cref="ExtendException">Extend did not answer rightly.</exception>
    public Task<T> GetAsync<T>(Read read, JsonTypeInfo<T> shape, CancellationToken cancellationToken)
        where T : Envelope =>
        AskAsync(read, answer => answer.Read(shape), cancellationToken);

    /// <summary>Reads the object that the path names; null if Extend has none, or none for this account.</summary>
    /// <exception cref="ExtendException">Extend did not answer rightly.</exception>
    public Task<T?> FindAsync<T>(Read read, JsonTypeInfo<T> shape, CancellationToken cancellationToken)
        where T : Envelope =>
        AskAsync(read, answer => answer.DeniesObject ? null : answer.Read(shape), cancellationToken);

    public void Dispose() => throttle.Dispose();

    private async Task<T> AskAsync<T>(Read read, Func<Answer, T> interpret, CancellationToken cancellationToken)
    {
        var deadline = time.Elapsed + options.ReadTimeout;
        retries.CountRead();
        try
        {
            return await _pipeline.ExecuteAsync(
                async token =>
                {
                    using var answer = await throttle.RunAsync(read.Asking.Share, deadline, turn => CallAsync(read, turn), token);
                    var value = interpret(answer);
                    read.Asking.Answered(answer.SentAt);
                    return value;
                },
                cancellationToken);
        }
        catch (TimeoutRejectedException late)
        {
            throw new ExtendException(ExtendFault.TimedOut, inner: late);
        }
    }

    private async Task<Answer> CallAsync(Read read, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(baseAddress, read.Path));
        await authorizer.AuthorizeAsync(request, cancellationToken);
        var answer = await transport.SendAsync(read.Operation, request, cancellationToken);
        if (answer.Status != 401 || !await authorizer.RenewAsync(request, cancellationToken))
        {
            return answer;
        }

        answer.Dispose();
        using var repeated = new HttpRequestMessage(HttpMethod.Get, request.RequestUri);
        await authorizer.AuthorizeAsync(repeated, cancellationToken);
        return await transport.SendAsync(read.Operation, repeated, cancellationToken);
    }
}
