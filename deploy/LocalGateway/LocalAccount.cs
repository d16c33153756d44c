namespace Vts.LocalGateway;

/// <summary>The AWS account that is stood in for.</summary>
internal static class LocalAccount
{
    public const string Id = "000000000000";
    public const string Region = "us-east-1";
    public const string Stage = "local";

    /// <summary>Credentials that open nothing; the stand-ins want a signature, whoever made it.</summary>
    public const string AccessKey = "local";
    public const string SecretKey = "local";
    public const string SessionToken = "local";
}
