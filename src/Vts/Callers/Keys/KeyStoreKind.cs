namespace Vts.Callers.Keys;

/// <summary>Where API keys are kept.</summary>
public enum KeyStoreKind
{
    /// <summary>Nowhere: only tokens of the configuration are known.</summary>
    None,

    /// <summary>In a file of JSON.</summary>
    File,

    /// <summary>In the DynamoDB table of the sessions.</summary>
    DynamoDb,
}
