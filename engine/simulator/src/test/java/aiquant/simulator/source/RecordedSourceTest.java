package aiquant.simulator.source;

import static org.assertj.core.api.Assertions.assertThat;

import aiquant.simulator.market.Asset;
import aiquant.simulator.market.Grid;
import aiquant.simulator.market.MarginTable;
import aiquant.simulator.order.Side;
import aiquant.simulator.vectors.Shared;
import aiquant.simulator.venue.VenueEvent;
import aiquant.simulator.venue.VenueModel;
import aiquant.simulator.venue.VenueRules;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecordedSourceTest {

    @Test
    void quotesTheRecordedBookAndPrintsTheRecordedTrades() {
        RecordedSource source = new RecordedSource("SOL", new Grid(2), 1, 1000)
                .books(csv(
                        "exchange_timestamp,bid_price_0,bid_size_0,ask_price_0,ask_size_0,bid_price_1,bid_size_1",
                        "5000,99.9,5,100.1,7,99.8,3"))
                .bestQuotes(csv("price,size,side,exchange_timestamp", "100.0,2,bid,6000"))
                .trades(csv("price,size,side,exchange_timestamp", "100.0,1.5,sell,7000"));
        VenueModel venue = venue("SOL", 2, 0, source);

        venue.advanceTo(6500);
        assertThat(venue.queries().book("SOL", Side.BUY)).hasSize(20).satisfies(bids -> {
            assertThat(bids.getFirst().size()).isEqualByComparingTo("5");
            assertThat(bids.get(1).size()).isEqualByComparingTo("3");
        });
        venue.advanceTo(7500);
        assertThat(venue.queries().book("SOL", Side.BUY).getFirst().price()).isEqualByComparingTo("100.0");
        venue.advanceTo(8500);

        assertThat(venue.queries().trades("SOL", 10)).singleElement().satisfies(trade -> {
            assertThat(trade.timeMs()).isEqualTo(8000);
            assertThat(trade.price()).isEqualByComparingTo("100");
        });
        assertThat(venue.queries().book("SOL", Side.BUY).getFirst().size()).isEqualByComparingTo("0.5");
    }

    @ParameterizedTest
    @CsvSource({"BTC, 5", "ETH, 4", "SOL, 2", "WLFI, 0"})
    void replaysWhatWasRecorded(String coin, int sizeDecimals) throws IOException {
        RecordedSource source = new RecordedSource(coin, new Grid(sizeDecimals), 1, 0)
                .books(recording(coin, "l2book20"))
                .bestQuotes(recording(coin, "bbo"))
                .trades(recording(coin, "trades"));
        long rows = Files.exists(path(coin, "trades"))
                ? recording(coin, "trades").lines().count() - 1
                : 0;
        VenueModel venue = venue(coin, sizeDecimals, source.nextMs(), source);

        long prints = 0;
        while (source.nextMs() != MarketSource.NEVER) {
            venue.advanceTo(source.nextMs());
            for (VenueEvent event : venue.drainEvents()) {
                prints += event instanceof VenueEvent.Traded ? 1 : 0;
            }
            var bids = venue.queries().book(coin, Side.BUY);
            var asks = venue.queries().book(coin, Side.SELL);
            if (!bids.isEmpty() && !asks.isEmpty()) {
                assertThat(bids.getFirst().price()).isLessThan(asks.getFirst().price());
            }
        }

        assertThat(prints).isEqualTo(rows);
    }

    private static java.nio.file.Path path(String coin, String kind) {
        return Shared.require("data/hyperliquid/l2_trades").resolve("20250903_" + coin + "_" + kind + ".csv.gz");
    }

    private static BufferedReader recording(String coin, String kind) throws IOException {
        return new BufferedReader(new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(path(coin, kind))), StandardCharsets.UTF_8));
    }

    private static BufferedReader csv(String... lines) {
        return new BufferedReader(new StringReader(String.join("\n", lines)));
    }

    private static VenueModel venue(String coin, int sizeDecimals, long startMs, MarketSource source) {
        return new VenueModel(
                VenueRules.standard(),
                List.of(Asset.of(coin, sizeDecimals, MarginTable.single(20))),
                startMs,
                1,
                source);
    }
}
