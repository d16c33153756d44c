namespace Vts.Aws.Lambda.Http;

/// <summary>Method, protocol and sender of the request, as format 2.0 says them.</summary>
internal sealed record GatewayHttp(string? Method, string? Protocol, string? SourceIp);
