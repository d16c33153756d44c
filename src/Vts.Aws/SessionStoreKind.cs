namespace Vts.Aws;

/// <summary>Where sessions and the guard's states are kept.</summary>
public enum SessionStoreKind
{
    /// <summary>In the process: gone with it, and not shared.</summary>
    Memory,

    /// <summary>In a DynamoDB table, shared by every process that uses it.</summary>
    DynamoDb,
}
