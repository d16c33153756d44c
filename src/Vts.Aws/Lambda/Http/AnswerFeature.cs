using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Vts.Aws.Lambda.Http;

/// <summary>
/// An answer that is kept whole until it is done, because Lambda takes it in one piece. Until then it counts as not started, so
/// that a late fault can still replace it.
/// </summary>
internal sealed class AnswerFeature : IHttpResponseFeature
{
    private readonly Stack<(Func<object, Task> Callback, object State)> _starting = new();
    private readonly Stack<(Func<object, Task> Callback, object State)> _completed = new();

    public int StatusCode { get; set; } = StatusCodes.Status200OK;

    public string? ReasonPhrase { get; set; }

    public IHeaderDictionary Headers { get; set; } = new HeaderDictionary();

    public bool HasStarted { get; private set; }

    /// <summary>Where the pipeline writes the body.</summary>
    public AnswerBody Body { get; } = new();

    Stream IHttpResponseFeature.Body
    {
        get => Body.Stream;
        set => throw new NotSupportedException("The body is replaced through IHttpResponseBodyFeature.");
    }

    public void OnStarting(Func<object, Task> callback, object state) => _starting.Push((callback, state));

    public void OnCompleted(Func<object, Task> callback, object state) => _completed.Push((callback, state));

    /// <summary>Ends the answer; the body's bytes.</summary>
    public async Task<ReadOnlyMemory<byte>> CompleteAsync()
    {
        while (_starting.TryPop(out var starting))
        {
            await starting.Callback(starting.State);
        }

        HasStarted = true;
        while (_completed.TryPop(out var completed))
        {
            await completed.Callback(completed.State);
        }

        return Body.Written;
    }
}
