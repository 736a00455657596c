package aiquant.engine.fact;

import aiquant.engine.Mode;
import aiquant.engine.order.Order;
import aiquant.engine.order.OrderState;
import aiquant.engine.risk.KillLevel;
import aiquant.kernel.decision.DecisionTrace;
import aiquant.kernel.decision.Intent;
import aiquant.kernel.decision.Memory.EntryCandidate;
import aiquant.kernel.market.Symbol;
import aiquant.money.Price;
import aiquant.money.Quantity;
import aiquant.money.Usd;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/// One fact of the ledger. The engine's whole state is the fold of these, in order; a new kind of fact is added here
/// and
/// in [FactJson] and then everywhere the compiler asks for it.
///
/// Times inside facts are market time (open times of bars); the ledger stamps when each was recorded.
public sealed interface Fact {

    /// An engine took up its work on this ledger.
    ///
    /// @param source  where candles come from, in a form that stays equal for the same market
    /// @param initialBalanceUsd counts in the first run of a ledger only
    record RunStarted(
            String version,
            Mode mode,
            String account,
            String source,
            String interval,
            List<Symbol> symbols,
            Usd initialBalanceUsd,
            int lookback)
            implements Fact {
        public RunStarted {
            symbols = List.copyOf(symbols);
        }
    }

    /// The parameters decisions are made with from here on.
    record ConfigAdopted(String configId, String origin) implements Fact {}

    /// A person asked for something; what follows from it is recorded separately.
    record CommandTaken(String command, String detail) implements Fact {}

    /// A cause of the kill switch was set, or lifted when the level is `ACTIVE`.
    record KillChanged(String origin, KillLevel level, String reason) implements Fact {}

    /// The kernel decided about one bar, or, without a symbol, about the end of a round.
    ///
    /// @param eventId    repeats when the same event is decided again after a crash
    /// @param trailing   the symbol's trailing stop where the bar moved it
    /// @param candidate  the entry the bar added to the round
    record DecisionMade(
            String eventId,
            long timeMs,
            Optional<Symbol> symbol,
            List<Intent> intents,
            OptionalDouble trailing,
            Optional<EntryCandidate> candidate,
            Optional<DecisionTrace> trace)
            implements Fact {
        public DecisionMade {
            intents = List.copyOf(intents);
        }
    }

    /// An order exists and may leave the machine once this is on disk.
    record OrderCreated(Order order) implements Fact {}

    /// The risk gate refused an intent; no order came of it.
    record IntentDenied(String clientOrderId, Intent intent, String origin, String check, String text)
            implements Fact {}

    /// The venue, or the lack of an answer, changed what we know about an order.
    record OrderReported(String clientOrderId, OrderState state, String text) implements Fact {}

    /// A fill, and what it did to the books.
    ///
    /// @param tradeId unique at the venue; a repeated one is dropped before it gets here
    /// @param action  `OPEN_LONG`, `REDUCE_SHORT`, …
    /// @param pnl     before the fee
    /// @param balance after the fee
    record FillBooked(
            String clientOrderId,
            String tradeId,
            long timeMs,
            Symbol symbol,
            String action,
            Price price,
            Quantity quantity,
            Usd fee,
            Usd pnl,
            Usd balance)
            implements Fact {}

    /// All bars of one time are decided and all its orders are ended.
    record RoundDecided(long timeMs, int bars, double balance, double equity) implements Fact {}

    /// The engine put its work down in order.
    record RunEnded(String why) implements Fact {}
}
