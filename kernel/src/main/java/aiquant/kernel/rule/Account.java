package aiquant.kernel.rule;

/// Realised balance in USD and the number of open positions. Margin is never taken out of the balance.
@DeviceCode
public final class Account {
    public double balance;
    public int open;

    /// Rows written to the fill log since the caller last emptied it.
    public int rows;

    /// Entries of the round under way.
    public int entries;
}
