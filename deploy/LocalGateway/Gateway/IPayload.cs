using Vts.LocalGateway.Templates;

namespace Vts.LocalGateway.Gateway;

/// <summary>One form of events and answers.</summary>
internal interface IPayload
{
    /// <summary>The event for a request.</summary>
    byte[] Event(GatewayRequest request, RestMethod method, IReadOnlyDictionary<string, string> parameters, ReadOnlyMemory<byte> body);

    /// <summary>What the function answered; null if that is no answer of this form.</summary>
    FunctionAnswer? Answer(ReadOnlyMemory<byte> payload, GatewayRequest request);
}
