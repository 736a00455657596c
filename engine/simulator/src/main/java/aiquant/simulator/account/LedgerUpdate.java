package aiquant.simulator.account;

import java.math.BigDecimal;
import java.util.List;

/// Money that moved for another reason than trades and funding.
public record LedgerUpdate(long timeMs, String hash, Entry entry) {

    public sealed interface Entry {}

    public record Deposit(BigDecimal usd) implements Entry {}

    public record Withdraw(BigDecimal usd, BigDecimal feeUsd) implements Entry {}

    public record ClassTransfer(BigDecimal usd, boolean toPerp) implements Entry {}

    public record InternalTransfer(String from, String destination, BigDecimal usd) implements Entry {}

    /// @param leverageType `Cross` or `Isolated`
    public record Liquidated(BigDecimal accountValue, String leverageType, List<Closed> positions) implements Entry {}

    public record Closed(String coin, BigDecimal size) {}
}
