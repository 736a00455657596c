package aiquant.desktop.watchlist;

import aiquant.desktop.app.Selection;
import aiquant.desktop.figures.Figures;
import aiquant.desktop.figures.Times;
import aiquant.desktop.table.Row;
import aiquant.desktop.table.Rows;
import aiquant.desktop.table.Tone;
import aiquant.engine.EngineView;
import aiquant.kernel.market.Symbol;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;

/// Folds views into the watchlist, filters it and moves the selection.
public final class WatchlistPresenter {

    private final Selection selection;
    private final Rows<WatchItem> rows = new Rows<>(WatchItem::symbol);
    private final FilteredList<Row<WatchItem>> shown = new FilteredList<>(rows.list());
    private final Map<Symbol, Moved> moves = new HashMap<>();

    public WatchlistPresenter(Selection selection) {
        this.selection = selection;
    }

    public void show(EngineView view) {
        rows.show(view.watchlist().stream().map(this::item).toList());
        if (selection.symbol().isEmpty() && !view.watchlist().isEmpty()) {
            selection.select(first(view));
        }
    }

    public void next() {
        step(1);
    }

    public void previous() {
        step(-1);
    }

    ObservableList<Row<WatchItem>> shown() {
        return shown;
    }

    void filter(String text) {
        String wanted = text.strip().toLowerCase(Locale.ROOT);
        shown.setPredicate(
                row -> row.value().symbol().name().toLowerCase(Locale.ROOT).contains(wanted));
    }

    void select(Symbol symbol) {
        selection.select(symbol);
    }

    Selection selection() {
        return selection;
    }

    /// What we hold is what a person wants to see first.
    private static Symbol first(EngineView view) {
        return view.positions().isEmpty()
                ? view.watchlist().getFirst().symbol()
                : view.positions().getFirst().symbol();
    }

    private void step(int by) {
        List<Symbol> symbols = shown.stream().map(row -> row.value().symbol()).toList();
        if (symbols.isEmpty()) {
            return;
        }
        int now = selection.symbol().map(symbols::indexOf).orElse(-1);
        selection.select(symbols.get(Math.clamp(now + (long) by, 0, symbols.size() - 1)));
    }

    private WatchItem item(EngineView.WatchRow row) {
        double price = row.quote().map(quote -> quote.price().toDouble()).orElse(row.price());
        Moved moved = moves.merge(row.symbol(), new Moved(price, row.spark(), 0, 0), Moved::to);
        return new WatchItem(
                row.symbol(),
                Figures.price(price),
                Figures.signedPercent(row.change24hPct().orElse(Double.NaN)),
                Tone.ofSign(row.change24hPct().orElse(0)),
                moved.spark(),
                row.positionSide().map(WatchlistPresenter::word).orElse(""),
                row.positionSide()
                        .map(side -> side == EngineView.Side.LONG ? Tone.GOOD : Tone.BAD)
                        .orElse(Tone.PLAIN),
                signal(row.signal()),
                row.signal().equals("BUY") ? Tone.GOOD : row.signal().equals("SELL") ? Tone.BAD : Tone.PLAIN,
                row.blocking(),
                row.quote().map(WatchlistPresenter::quoted).orElse(""),
                row.quote().map(EngineView.QuoteRow::isStale).orElse(false) ? Tone.WARN : Tone.FAINT,
                moved.direction(),
                moved.changeNo());
    }

    /// `sidecar 0.4 s`, so that an old price cannot be taken for a new one.
    private static String quoted(EngineView.QuoteRow quote) {
        return quote.source() + " " + Times.age(quote.ageMs());
    }

    private static String word(EngineView.Side side) {
        return side == EngineView.Side.LONG ? "▲ LONG" : "▼ SHORT";
    }

    private static String signal(String signal) {
        return signal.equals(Figures.NONE) ? "" : signal;
    }

    /// The last price seen, where it came from, and the last spark line: an equal one is not shown again.
    private record Moved(double price, double[] spark, int direction, long changeNo) {

        Moved to(Moved newest) {
            double[] line = Arrays.equals(spark, newest.spark) ? spark : newest.spark;
            if (newest.price == price) {
                return new Moved(price, line, direction, changeNo);
            }
            return new Moved(newest.price, line, newest.price > price ? 1 : -1, changeNo + 1);
        }
    }
}
