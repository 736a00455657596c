package aiquant.simulator.venue;

import aiquant.simulator.account.Account;
import aiquant.simulator.account.LedgerUpdate;
import java.math.BigDecimal;
import java.util.Optional;

/// Moves money in, out and between the pockets of accounts.
final class Treasury {

    private static final BigDecimal WITHDRAWAL_FEE = BigDecimal.ONE;
    private static final BigDecimal REQUEST_PRICE = new BigDecimal("0.0005");
    private static final String INSUFFICIENT = "Insufficient balance for withdrawal.";

    private final Floor floor;

    Treasury(Floor floor) {
        this.floor = floor;
    }

    void deposit(Account account, BigDecimal usd) {
        if (usd.signum() <= 0) {
            throw new IllegalArgumentException("a deposit must be positive: " + usd);
        }
        account.deposit(usd);
        floor.tell(account, new LedgerUpdate.Deposit(usd));
    }

    /// The fee is part of the amount.
    ///
    /// @return the text of a refusal
    Optional<String> withdraw(Account account, BigDecimal usd) {
        if (usd.compareTo(WITHDRAWAL_FEE) <= 0 || usd.compareTo(free(account)) > 0) {
            return Optional.of(INSUFFICIENT);
        }
        account.payOut(usd);
        floor.collectFee(WITHDRAWAL_FEE);
        floor.tell(account, new LedgerUpdate.Withdraw(usd.subtract(WITHDRAWAL_FEE), WITHDRAWAL_FEE));
        return Optional.empty();
    }

    Optional<String> transfer(Account account, BigDecimal usd, boolean toPerp) {
        BigDecimal most = toPerp ? account.spotUsd() : free(account);
        if (usd.signum() <= 0 || usd.compareTo(most) > 0) {
            return Optional.of(INSUFFICIENT);
        }
        BigDecimal intoPerp = toPerp ? usd : usd.negate();
        account.addRawUsd(intoPerp);
        account.addSpotUsd(intoPerp.negate());
        floor.tell(account, new LedgerUpdate.ClassTransfer(usd, toPerp));
        return Optional.empty();
    }

    Optional<String> send(Account from, Account to, BigDecimal usd) {
        if (from == to) {
            return Optional.of("Cannot self-transfer.");
        }
        if (usd.signum() <= 0 || usd.compareTo(free(from)) > 0) {
            return Optional.of(INSUFFICIENT);
        }
        from.payOut(usd);
        to.deposit(usd);
        LedgerUpdate.Entry entry = new LedgerUpdate.InternalTransfer(from.address(), to.address(), usd);
        floor.tell(from, entry);
        floor.tell(to, entry);
        return Optional.empty();
    }

    /// Requests for the address limit, at their fixed price.
    ActionResult buyRequests(Account account, long requests) {
        BigDecimal usd = REQUEST_PRICE.multiply(BigDecimal.valueOf(requests));
        if (requests < 1 || usd.compareTo(free(account)) > 0) {
            return new ActionResult.Refused("Insufficient balance to reserve request weight.");
        }
        account.addRawUsd(usd.negate());
        floor.collectFee(usd);
        account.budget().reserve(requests);
        return new ActionResult.Done();
    }

    private BigDecimal free(Account account) {
        return floor.margin().available(account).min(floor.margin().transferable(account));
    }
}
