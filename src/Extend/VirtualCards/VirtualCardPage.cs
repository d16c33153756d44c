using Extend.Json;

namespace Extend.VirtualCards;

/// <summary>What <c>GET /virtualcards</c> answers.</summary>
internal sealed record VirtualCardPage : Envelope
{
    public Pagination? Pagination { get; init; }

    public IReadOnlyList<VirtualCard>? VirtualCards { get; init; }
}
