namespace Extend.Simulator.Transactions;

/// <summary>How each kind shows on the wire.</summary>
internal static class TransactionKinds
{
    extension(TransactionKind kind)
    {
        public string Status => kind switch
        {
            TransactionKind.Pending => "PENDING",
            TransactionKind.Declined => "DECLINED",
            TransactionKind.Reversed => "AUTH_REVERSAL",
            TransactionKind.NoMatch => "NO_MATCH",
            TransactionKind.AddressPass => "AVS_PASS",
            TransactionKind.AddressFail => "AVS_FAIL",
            _ => "CLEARED",
        };

        public string Type => kind.IsCheck ? "AVS" : kind == TransactionKind.Refund ? "CREDIT" : "DEBIT";

        public bool IsCheck => kind is TransactionKind.AddressPass or TransactionKind.AddressFail;

        public bool Settles => kind is TransactionKind.Cleared or TransactionKind.Refund or TransactionKind.NoMatch;
    }
}
