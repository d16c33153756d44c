namespace Vts.LocalGateway.StandIns;

/// <summary>How a stand-in for an AWS service behaves.</summary>
public enum StandInMood
{
    /// <summary>It answers.</summary>
    Well,

    /// <summary>It refuses: AccessDeniedException.</summary>
    Denied,

    /// <summary>It asks to slow down: ThrottlingException, or ProvisionedThroughputExceededException from DynamoDB.</summary>
    Throttled,

    /// <summary>It takes the request and never answers.</summary>
    Hanging,

    /// <summary>It answers after <see cref="ParameterStore.Latency"/> or <see cref="DynamoDbProxy.Latency"/>.</summary>
    Slow,
}
