using Extend.Json;

namespace Extend.VirtualCards;

/// <summary>What <c>GET /virtualcards/{id}</c> answers.</summary>
internal sealed record VirtualCardAnswer : Envelope
{
    public VirtualCard? VirtualCard { get; init; }
}
