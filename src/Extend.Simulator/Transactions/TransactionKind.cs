namespace Extend.Simulator.Transactions;

/// <summary>What can happen to a card.</summary>
internal enum TransactionKind
{
    Pending,

    Cleared,

    /// <summary>Settled like a purchase, with type CREDIT and negative amounts.</summary>
    Refund,

    /// <summary>A settlement that no authorization came before: both amounts are the settled one.</summary>
    NoMatch,

    Declined,

    Reversed,

    AddressPass,

    AddressFail,
}
