package aiquant.engine;

import aiquant.engine.fact.Fact;
import aiquant.engine.fact.FactJson;
import aiquant.engine.ledger.LedgerEntry;
import aiquant.engine.order.OrderState;
import aiquant.kernel.market.Symbol;
import aiquant.kernel.rule.Position;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;

/// What a ledger amounts to, as text: equal texts are equal histories.
///
/// @param results trades, positions, cash and the kill switch at the end
/// @param story   every fact but those that tell of starts, stops and repeated answers of the venue; identities that
///     follow from an operator's place in the ledger are left out
record Outcome(String results, String story) {

    static Outcome of(List<LedgerEntry> entries) {
        Book book = new Book();
        Map<String, String> reasons = new HashMap<>();
        StringJoiner results = new StringJoiner("\n");
        StringJoiner story = new StringJoiner("\n");
        for (LedgerEntry entry : entries) {
            Fact fact = FactJson.read(entry.kind(), entry.body());
            book.apply(fact, entry.sequence(), entry.atMs());
            if (fact instanceof Fact.OrderCreated created) {
                reasons.put(
                        created.order().clientOrderId(),
                        created.order().intent().reason());
            } else if (fact instanceof Fact.FillBooked fill) {
                results.add(trade(fill, reasons.getOrDefault(fill.clientOrderId(), "no order")));
            }
            if (isStory(fact)) {
                story.add(entry.kind() + " " + withoutPlace(entry.body()));
            }
        }
        end(book, results);
        return new Outcome(results.toString(), story.toString());
    }

    private static boolean isStory(Fact fact) {
        return switch (fact) {
            case Fact.RunStarted _, Fact.ConfigAdopted _, Fact.RunEnded _ -> false;
            case Fact.OrderReported report -> report.state() != OrderState.ACCEPTED;
            case Fact.CommandTaken _, Fact.KillChanged _, Fact.DecisionMade _, Fact.OrderCreated _ -> true;
            case Fact.IntentDenied _, Fact.FillBooked _, Fact.RoundDecided _ -> true;
        };
    }

    private static String withoutPlace(String body) {
        return body.replaceAll("operator-\\d+", "operator").replaceAll("0x6d616e5f[0-9a-f]{24}", "0xman");
    }

    private static String trade(Fact.FillBooked fill, String reason) {
        return "trade " + fill.timeMs() + " " + fill.symbol() + " " + fill.action() + " price " + fill.price()
                + " quantity " + fill.quantity() + " fee " + fill.fee() + " pnl " + fill.pnl() + " balance "
                + fill.balance() + " " + reason;
    }

    private static void end(Book book, StringJoiner results) {
        for (Symbol symbol : book.state().symbols()) {
            book.state().position(symbol).ifPresent(position -> results.add(position(symbol, position)));
            results.add("quantity " + symbol + " " + book.portfolio().quantity(symbol));
        }
        results.add("cash " + book.state().balance() + " realised "
                + book.portfolio().realised() + " fees " + book.portfolio().fees());
        book.killSwitch()
                .causes()
                .forEach(cause -> results.add("kill " + cause.origin() + " " + cause.level() + " " + cause.reason()));
        results.add("open orders " + book.orders().open() + ", undecided " + book.pending());
    }

    private static String position(Symbol symbol, Position open) {
        return "position " + symbol + " " + open.side + " entry " + open.entry + " size " + open.size + " margin "
                + open.margin + " leverage " + open.leverage + " confidence " + open.confidence + " atr "
                + open.entryAtr + " adx " + open.entryAdxThreshold + " trailing " + open.hasTrailing + " "
                + open.trailing + " adds " + open.adds + " partial " + open.isTp1Taken + " since " + open.openMs
                + " added " + open.lastAddMs;
    }
}
