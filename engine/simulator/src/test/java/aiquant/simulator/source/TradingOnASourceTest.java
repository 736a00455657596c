package aiquant.simulator.source;

import static org.assertj.core.api.Assertions.assertThat;

import aiquant.kernel.market.Interval;
import aiquant.kernel.market.Symbol;
import aiquant.simulator.account.Fill;
import aiquant.simulator.market.PublicTrade;
import aiquant.simulator.order.Grouping;
import aiquant.simulator.order.OrderRequest;
import aiquant.simulator.order.Side;
import aiquant.simulator.order.TimeInForce;
import aiquant.simulator.venue.Action;
import aiquant.simulator.venue.Submission;
import aiquant.simulator.venue.VenueEvent;
import aiquant.simulator.venue.VenueModel;
import aiquant.simulator.venue.VenueRules;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TradingOnASourceTest {

    private static final long START_MS = 1_800_000_000_000L;
    private static final long MINUTE_MS = 60_000;
    private static final String ANN = "0x00000000000000000000000000000000000000aa";

    private final VenueModel venue = new VenueModel(
            VenueRules.standard(),
            DemoUniverse.assets(),
            START_MS,
            3,
            new MergedSource(List.of(
                    CandleSource.generated(3, List.of(new Symbol("BTC")), START_MS, Interval.M1, 12),
                    new Timetable().add(START_MS + 30 * MINUTE_MS, new MarketStep.Delisted("BTC")))));

    @Test
    void fillsARestingOrderWhenTheMarketComesToIt() {
        venue.advanceTo(START_MS + MINUTE_MS);
        venue.deposit(ANN, new BigDecimal("100000"));
        BigDecimal bid = venue.queries().book("BTC", Side.BUY).getFirst().price();
        OrderRequest order = OrderRequest.limit("BTC", Side.BUY, bid, new BigDecimal("0.5"), TimeInForce.ALO);

        venue.execute(new Submission(ANN, new Action.Place(List.of(order), Grouping.NONE)));
        venue.advanceTo(START_MS + 29 * MINUTE_MS);

        List<Fill> fills = venue.queries().fills(ANN);
        assertThat(fills).isNotEmpty().allSatisfy(fill -> {
            assertThat(fill.price()).isEqualByComparingTo(bid);
            assertThat(fill.isTaker()).isFalse();
            assertThat(fill.direction()).isEqualTo("Open Long");
        });
        assertThat(fills.stream().map(Fill::size).reduce(BigDecimal.ZERO, BigDecimal::add))
                .isEqualByComparingTo("0.5");
    }

    @Test
    void settlesAtTheTimetabledDelisting() {
        venue.advanceTo(START_MS + 29 * MINUTE_MS);
        venue.deposit(ANN, new BigDecimal("100000"));
        BigDecimal bound = venue.queries().book("BTC", Side.SELL).getLast().price();
        OrderRequest order = OrderRequest.limit("BTC", Side.BUY, bound, new BigDecimal("0.5"), TimeInForce.IOC);
        venue.execute(new Submission(ANN, new Action.Place(List.of(order), Grouping.NONE)));

        venue.advanceTo(START_MS + 40 * MINUTE_MS);

        assertThat(venue.queries().state(ANN).positions()).isEmpty();
        assertThat(venue.queries().fills(ANN).getFirst().direction()).isEqualTo("Settlement");
        assertThat(venue.queries().universe().getFirst().isDelisted()).isTrue();
        assertThat(venue.queries().book("BTC", Side.BUY)).isEmpty();
    }

    @Test
    void namesEveryTradeByTimeCoinAndId() {
        Set<String> keys = new HashSet<>();
        int trades = 0;
        venue.advanceTo(START_MS + 20 * MINUTE_MS);
        for (VenueEvent event : venue.drainEvents()) {
            if (event instanceof VenueEvent.Traded(long _, PublicTrade trade)) {
                trades++;
                keys.add(trade.timeMs() + trade.coin() + trade.tradeId());
                assertThat(trade.tradeId()).isBetween(0L, (1L << 50) - 1);
            }
        }
        assertThat(keys).hasSize(trades).hasSizeGreaterThan(200);
    }
}
