namespace Vts.Aws.Lambda.Http;

/// <summary>
/// What the gateway itself says of a request. <c>Path</c> is that of the address, stage and all; it and <c>Identity</c> are of format 1.0,
/// <c>Http</c> of 2.0.
/// </summary>
internal sealed record GatewayRequestContext(string? Stage, string? Path, string? Protocol, GatewayIdentity? Identity, GatewayHttp? Http);
