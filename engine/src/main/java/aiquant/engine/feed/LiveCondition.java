package aiquant.engine.feed;

import aiquant.kernel.market.Symbol;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/// How a live market is doing, in words for a status line. Written by one thread, read by any.
final class LiveCondition {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("MM-dd HH:mm").withZone(ZoneOffset.UTC);
    private static final int NAMED = 3;

    private final LiveMarket market;
    private final InstantSource clock;
    private volatile State state = new State.Waiting(List.of());

    private sealed interface State {
        record Lost(String why) implements State {}

        record Waiting(List<Symbol> notReady) implements State {}

        /// @param nextMs  open time of the round that comes next
        /// @param missing symbols it waits for
        /// @param absent  symbols it does not wait for
        record Running(long nextMs, List<Symbol> missing, List<Symbol> absent, long tooLate) implements State {}
    }

    LiveCondition(LiveMarket market, InstantSource clock) {
        this.market = market;
        this.clock = clock;
    }

    void lost(String why) {
        state = new State.Lost(why);
    }

    void waitingFor(List<Symbol> notReady) {
        state = new State.Waiting(notReady);
    }

    void heard(RoundAssembler assembler) {
        state = new State.Running(
                assembler.nextMs(),
                List.copyOf(assembler.missing()),
                List.copyOf(assembler.absent()),
                assembler.tooLate());
    }

    String text() {
        return switch (state) {
            case State.Lost lost -> "no sidecar: " + lost.why;
            case State.Waiting waiting ->
                waiting.notReady.isEmpty()
                        ? "asking the sidecar"
                        : "waiting for the history of " + waiting.notReady.size() + " of "
                                + market.symbols().size() + " symbols";
            case State.Running running -> text(running);
        };
    }

    private String text(State.Running running) {
        long overMs = running.nextMs + market.interval().lengthMs();
        boolean isLate = clock.millis() > overMs + market.deadlineMs();
        String text = isLate ? "late: the candle of " + TIME.format(Instant.ofEpochMilli(running.nextMs)) : "live";
        text += isLate && !running.missing.isEmpty() ? " lacks " + names(running.missing) : "";
        text += isLate && running.missing.isEmpty() ? " has not come" : "";
        text += running.absent.isEmpty() ? "" : " · without " + names(running.absent);
        return running.tooLate == 0 ? text : text + " · " + running.tooLate + " came too late";
    }

    private static String names(Collection<Symbol> symbols) {
        String first = symbols.stream().limit(NAMED).map(Symbol::name).collect(Collectors.joining(", "));
        return symbols.size() <= NAMED ? first : first + " and " + (symbols.size() - NAMED) + " more";
    }
}
