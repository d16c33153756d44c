namespace Vts.Transactions.Summary;

/// <summary>What transactions are added up by.</summary>
public enum GroupBy
{
    /// <summary>By card.</summary>
    Card,

    /// <summary>By the merchant's name.</summary>
    Merchant,

    /// <summary>By merchant category code.</summary>
    Mcc,

    /// <summary>By the month of the authorization.</summary>
    Month,

    /// <summary>By Extend's status.</summary>
    Status,
}
