package aiquant.desktop.trades;

import aiquant.desktop.figures.Figures;
import aiquant.desktop.figures.Times;
import aiquant.desktop.table.Flow;
import aiquant.desktop.table.Rows;
import aiquant.engine.EngineView;

/// Folds views into the trades table, newest first.
public final class TradesPresenter {

    private final Flow flow;
    private final Rows<TradeLine> rows = new Rows<>(TradeLine::sequence);

    public TradesPresenter(Flow flow) {
        this.flow = flow;
    }

    public void show(EngineView view) {
        if (!flow.isPaused()) {
            rows.show(view.trades().stream().map(TradesPresenter::line).toList());
        }
    }

    Rows<TradeLine> rows() {
        return rows;
    }

    private static TradeLine line(EngineView.TradeRow row) {
        double pnl = row.pnl().toDouble();
        boolean closes = row.action().startsWith("REDUCE") || row.action().startsWith("CLOSE");
        return new TradeLine(
                row.sequence(),
                Times.stamp(row.atMs()),
                row.symbol().name(),
                row.action().replace('_', ' '),
                Figures.price(row.price().toDouble()),
                Figures.quantity(row.quantity().abs()),
                row.quantity().toDouble(),
                closes ? Figures.signedMoney(pnl) : Figures.NONE,
                pnl,
                Figures.money(row.fee().toDouble()),
                row.fee().toDouble(),
                Figures.money(row.balance().toDouble()),
                row.reason());
    }
}
