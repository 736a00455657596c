package aiquant.desktop.chart;

import aiquant.desktop.plot.Bars;
import aiquant.desktop.plot.Journey;
import aiquant.desktop.plot.Mark;
import aiquant.engine.EngineView;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Turns the fills of one symbol into marks and journeys. Fills may arrive twice; each counts once.
final class Fills {

    private final List<Mark> marks = new ArrayList<>();
    private final List<Journey> closed = new ArrayList<>();
    private Optional<Mark> entry = Optional.empty();
    private double earned;
    private long newestSequence = -1;

    void clear() {
        marks.clear();
        closed.clear();
        entry = Optional.empty();
        earned = 0;
        newestSequence = -1;
    }

    void take(List<EngineView.TradeRow> fills, Bars bars) {
        fills.stream()
                .filter(fill -> fill.sequence() > newestSequence)
                .sorted(Comparator.comparingLong(EngineView.TradeRow::sequence))
                .forEach(fill -> add(fill, bars));
    }

    List<Mark> marks() {
        return marks;
    }

    List<Journey> closed() {
        return closed;
    }

    /// The open position's journey so far, if its entry is on the chart.
    Optional<Journey> open(int newestBar, double mark, double pnl) {
        return entry.map(start -> new Journey(start.bar(), start.price(), newestBar, mark, pnl, true));
    }

    private void add(EngineView.TradeRow fill, Bars bars) {
        newestSequence = fill.sequence();
        int bar = bars.at(fill.atMs());
        if (bar < 0) {
            return;
        }
        Mark mark = new Mark(bar, fill.price().toDouble(), kind(fill.action()), isBuy(fill.action()));
        marks.add(mark);
        switch (mark.kind()) {
            case ENTRY -> {
                entry = Optional.of(mark);
                earned = 0;
            }
            case ADD -> {}
            case REDUCE -> earned += fill.pnl().toDouble();
            case EXIT -> {
                double result = earned + fill.pnl().toDouble();
                entry.ifPresent(start ->
                        closed.add(new Journey(start.bar(), start.price(), mark.bar(), mark.price(), result, false)));
                entry = Optional.empty();
            }
        }
    }

    private static Mark.Kind kind(String action) {
        String verb = action.toUpperCase(Locale.ROOT);
        if (verb.startsWith("OPEN")) {
            return Mark.Kind.ENTRY;
        }
        if (verb.startsWith("ADD")) {
            return Mark.Kind.ADD;
        }
        return verb.startsWith("REDUCE") ? Mark.Kind.REDUCE : Mark.Kind.EXIT;
    }

    private static boolean isBuy(String action) {
        boolean grows = kind(action) == Mark.Kind.ENTRY || kind(action) == Mark.Kind.ADD;
        return grows == action.toUpperCase(Locale.ROOT).endsWith("LONG");
    }
}
