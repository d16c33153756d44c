namespace Vts.Aws.Lambda.Http;

/// <summary>Who sent the request, as format 1.0 says it.</summary>
internal sealed record GatewayIdentity(string? SourceIp);
