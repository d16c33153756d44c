namespace Vts.Aws.Lambda.Http;

/// <summary>What the gateway itself says of a request. <c>Identity</c> is of format 1.0, <c>Http</c> of 2.0.</summary>
internal sealed record GatewayRequestContext(string? Stage, string? Protocol, GatewayIdentity? Identity, GatewayHttp? Http);
