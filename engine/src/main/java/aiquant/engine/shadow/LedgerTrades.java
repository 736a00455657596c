package aiquant.engine.shadow;

import aiquant.engine.fact.Fact;
import aiquant.engine.fact.FactJson;
import aiquant.engine.ledger.LedgerReader;
import aiquant.kernel.backtest.ReasonCode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What a ledger says was traded, one line per order, and what was meant to be and was not.
///
/// @param run how the ledger began
/// @param configIds the configurations it was traded with, in their order
/// @param lastDecidedMs open time of the last round that was decided to its end
public record LedgerTrades(
        Fact.RunStarted run,
        List<String> configIds,
        List<TradeLine> trades,
        List<Unfilled> unfilled,
        long lastDecidedMs) {

    public LedgerTrades {
        configIds = List.copyOf(configIds);
        trades = List.copyOf(trades);
        unfilled = List.copyOf(unfilled);
    }

    /// @throws IllegalArgumentException if the ledger holds no run
    public static LedgerTrades read(LedgerReader reader) {
        Reading reading = new Reading();
        reader.entries(1L, entry -> reading.add(FactJson.read(entry.kind(), entry.body())));
        return reading.done();
    }

    private static final class Reading {
        private Optional<Fact.RunStarted> run = Optional.empty();
        private final List<String> configIds = new ArrayList<>();
        private final Map<String, Fact.OrderCreated> orders = new HashMap<>();
        private final Map<String, TradeLine> trades = new LinkedHashMap<>();
        private final List<Unfilled> unfilled = new ArrayList<>();
        private long lastDecidedMs = Long.MIN_VALUE;
        private long openRoundMs = Long.MIN_VALUE;

        void add(Fact fact) {
            switch (fact) {
                case Fact.RunStarted started -> run = run.or(() -> Optional.of(started));
                case Fact.ConfigAdopted config -> {
                    if (!configIds.contains(config.configId())) {
                        configIds.add(config.configId());
                    }
                }
                case Fact.DecisionMade decision -> openRoundMs = decision.timeMs();
                case Fact.OrderCreated created -> orders.put(created.order().clientOrderId(), created);
                case Fact.IntentDenied denied ->
                    unfilled.add(new Unfilled(openRoundMs, denied.intent().symbol(), denied.text()));
                case Fact.OrderReported report -> ended(report);
                case Fact.FillBooked fill -> filled(fill);
                case Fact.RoundDecided round -> lastDecidedMs = round.timeMs();
                case Fact.CommandTaken _, Fact.KillChanged _, Fact.RunEnded _ -> {}
            }
        }

        private void ended(Fact.OrderReported report) {
            Fact.OrderCreated created = orders.get(report.clientOrderId());
            if (created != null && report.state().isEnded() && !trades.containsKey(report.clientOrderId())) {
                unfilled.add(new Unfilled(
                        created.order().timeMs(), created.order().symbol(), report.state() + ": " + report.text()));
            }
        }

        /// Several fills of one order are one trade, at the mean of their prices.
        private void filled(Fact.FillBooked fill) {
            Fact.OrderCreated created = orders.get(fill.clientOrderId());
            String text = created == null ? "" : created.order().intent().reason();
            TradeLine next = new TradeLine(
                    fill.timeMs(),
                    fill.symbol(),
                    fill.action(),
                    ReasonCode.of(fill.action(), text),
                    text,
                    fill.price().toDouble(),
                    fill.quantity().toDouble());
            trades.merge(fill.clientOrderId(), next, Reading::together);
        }

        private static TradeLine together(TradeLine first, TradeLine next) {
            double size = first.size() + next.size();
            double price = (first.price() * first.size() + next.price() * next.size()) / size;
            // What opens a position opened it with its first fill; what closes one closed it with its last.
            TradeLine named = first.action().startsWith("OPEN") ? first : next;
            return new TradeLine(
                    named.timeMs(), named.symbol(), named.action(), named.reason(), named.text(), price, size);
        }

        LedgerTrades done() {
            return new LedgerTrades(
                    run.orElseThrow(() -> new IllegalArgumentException("the ledger holds no run yet")),
                    configIds,
                    List.copyOf(trades.values()),
                    unfilled,
                    lastDecidedMs);
        }
    }
}
