package aiquant.desktop.chart;

import aiquant.desktop.app.Selection;
import aiquant.desktop.figures.Figures;
import aiquant.desktop.plot.Level;
import aiquant.desktop.plot.PlotModel;
import aiquant.desktop.plot.Series;
import aiquant.desktop.theme.Palette;
import aiquant.engine.EngineClient;
import aiquant.engine.EngineView;
import aiquant.kernel.market.Symbol;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/// Keeps the plot of the selected symbol up to date: fetches only the bars it does not have yet.
public final class ChartPresenter {

    private final EngineClient engine;
    private final Selection selection;
    private final PlotModel plot = new PlotModel();
    private final Series fast = new Series();
    private final Series slow = new Series();
    private final Series stop = new Series();
    private final Series trailing = new Series();
    private final Series target = new Series();
    private final Fills fills = new Fills();
    private final ReadOnlyStringWrapper title = new ReadOnlyStringWrapper("");
    private Palette palette;
    private Optional<Symbol> loaded = Optional.empty();

    public ChartPresenter(EngineClient engine, Selection selection, Palette palette) {
        this.engine = engine;
        this.selection = selection;
        this.palette = palette;
        overlays();
    }

    public void show(EngineView view) {
        if (selection.symbol().isEmpty()) {
            return;
        }
        Symbol symbol = selection.symbol().get();
        if (loaded.isEmpty() || !loaded.get().equals(symbol)) {
            reload(symbol);
        } else {
            fetch(symbol);
        }
        Optional<EngineView.PositionRow> position = view.positions().stream()
                .filter(row -> row.symbol().equals(symbol))
                .findFirst();
        levels(position);
        journeys(position);
        title.set(symbol.name() + position.map(ChartPresenter::describe).orElse(""));
    }

    void palette(Palette newest) {
        palette = newest;
        overlays();
    }

    public PlotModel plot() {
        return plot;
    }

    ReadOnlyStringProperty title() {
        return title.getReadOnlyProperty();
    }

    private void reload(Symbol symbol) {
        loaded = Optional.of(symbol);
        plot.bars().clear();
        List.of(fast, slow, stop, trailing, target).forEach(Series::clear);
        fills.clear();
        take(engine.chart(symbol, 0));
        plot.viewport().total(plot.bars().size());
        plot.viewport().reset();
    }

    /// From the newest bar we have, which may have changed since. A slice that does not join ours starts over.
    private void fetch(Symbol symbol) {
        int from = Math.max(0, plot.bars().size() - 1);
        EngineClient.ChartSlice slice = engine.chart(symbol, from);
        boolean joins = slice.fromBar() == from
                && (plot.bars().isEmpty()
                        || (slice.timeMs().length > 0
                                && slice.timeMs()[0] == plot.bars().timeMs(from)));
        if (!joins) {
            reload(symbol);
            return;
        }
        take(slice);
        plot.viewport().total(plot.bars().size());
    }

    private void take(EngineClient.ChartSlice slice) {
        int from = slice.fromBar();
        int count = slice.timeMs().length;
        for (int i = 0; i < count; i++) {
            int bar = from + i;
            plot.bars()
                    .put(
                            bar,
                            slice.timeMs()[i],
                            slice.open()[i],
                            slice.high()[i],
                            slice.low()[i],
                            slice.close()[i],
                            slice.volume()[i]);
            fast.put(bar, slice.emaFast()[i]);
            slow.put(bar, slice.emaSlow()[i]);
            stop.put(bar, slice.stop()[i]);
            trailing.put(bar, slice.trailing()[i]);
            target.put(bar, slice.target()[i]);
        }
        plot.bars().changed(from, from + count);
        List.of(fast, slow, stop, trailing, target).forEach(series -> series.changed(from, from + count));
        fills.take(slice.fills(), plot.bars());
        plot.marks().clear();
        plot.marks().addAll(fills.marks());
    }

    private void overlays() {
        plot.overlays().clear();
        plot.overlays().add(new PlotModel.Overlay("EMA fast", fast, Palette.argb(palette.fast())));
        plot.overlays().add(new PlotModel.Overlay("EMA slow", slow, Palette.argb(palette.slow())));
    }

    private void levels(Optional<EngineView.PositionRow> position) {
        plot.levels().clear();
        plot.levels().add(level("Stop", stop, position.map(EngineView.PositionRow::stop), palette.loss()));
        plot.levels().add(level("Trail", trailing, position.map(EngineView.PositionRow::trailing), palette.trailing()));
        plot.levels().add(level("Target", target, position.map(EngineView.PositionRow::target), palette.target()));
    }

    private static Level level(String name, Series past, Optional<OptionalDouble> current, int rgb) {
        double live = current.orElse(OptionalDouble.empty()).orElse(Double.NaN);
        return new Level(name, past, live, Palette.argb(rgb));
    }

    private void journeys(Optional<EngineView.PositionRow> position) {
        plot.journeys().clear();
        plot.journeys().addAll(fills.closed());
        position.ifPresent(row ->
                fills.open(plot.bars().size() - 1, row.mark(), row.pnlUsd()).ifPresent(plot.journeys()::add));
    }

    private static String describe(EngineView.PositionRow row) {
        return "   " + (row.side() == EngineView.Side.LONG ? "▲ LONG " : "▼ SHORT ") + Figures.quantity(row.quantity())
                + " at " + Figures.price(row.entryPrice()) + "   " + Figures.signedMoney(row.pnlUsd()) + " USD";
    }
}
