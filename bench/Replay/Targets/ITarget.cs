using Vts.Bench.Replay.Asking;
using Vts.Bench.Replay.Requests;

namespace Vts.Bench.Replay.Targets;

/// <summary>A build of VTS that can be asked.</summary>
internal interface ITarget
{
    /// <summary>What it is called in messages.</summary>
    string Name { get; }

    /// <summary>Whether it can be asked this at all.</summary>
    bool Takes(Request request, string target);

    /// <summary>Its answer; one with the status <see cref="Answer.NoAnswer"/> where none came in time, or what came was no answer.</summary>
    /// <param name="request">What is asked.</param>
    /// <param name="target">Path and query.</param>
    /// <param name="headers">Headers beside the token's.</param>
    /// <param name="cancellationToken">Ends it.</param>
    Task<Answer> AskAsync(Request request, string target, IReadOnlyDictionary<string, string> headers, CancellationToken cancellationToken);
}
