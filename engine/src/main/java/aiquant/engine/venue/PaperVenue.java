package aiquant.engine.venue;

import aiquant.engine.order.Order;
import aiquant.kernel.decision.Fill;
import aiquant.kernel.decision.FillModel;
import aiquant.money.Price;
import aiquant.money.Usd;
import java.math.BigDecimal;
import java.util.function.Consumer;
import java.util.function.DoubleSupplier;

/// A venue without a market: every order fills at once and whole, at the price a backtest would give it.
///
/// It keeps nothing between runs. An order whose fill is not in the ledger has not happened here, so resuming it simply
/// fills it, at the same price as the first time.
public final class PaperVenue implements Venue {
    private final DoubleSupplier slippageBps;

    /// @param slippageBps price concession of entries, asked for at each fill because parameters can change
    public PaperVenue(DoubleSupplier slippageBps) {
        this.slippageBps = slippageBps;
    }

    @Override
    public void submit(Order order, Consumer<VenueReport> reports) {
        reports.accept(new VenueReport.Accepted(order.clientOrderId()));
        Fill fill = new FillModel(slippageBps.getAsDouble()).fill(order.intent(), order.timeMs());
        reports.accept(new VenueReport.Filled(
                order.clientOrderId(),
                "paper-" + order.clientOrderId(),
                new Price(BigDecimal.valueOf(fill.price())),
                order.quantity(),
                new Usd(BigDecimal.valueOf(fill.fee()))));
    }

    @Override
    public void resume(Order order, Consumer<VenueReport> reports) {
        submit(order, reports);
    }

    @Override
    public void close() {}
}
