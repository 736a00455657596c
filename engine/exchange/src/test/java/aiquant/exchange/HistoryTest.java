package aiquant.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import aiquant.exchange.HttpVenue.Reply;
import aiquant.exchange.RateBudget.Priority;
import aiquant.exchange.action.Address;
import aiquant.exchange.wire.Bar;
import aiquant.exchange.wire.Fill;
import aiquant.exchange.wire.FundingRow;
import aiquant.exchange.wire.Json;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class HistoryTest {
    private static final Address ACCOUNT = new Address("0x" + "ab".repeat(20));
    private static final long START_MS = 1_750_000_000_000L;
    private static final int PAGE = 500;

    private final ManualClockwork clockwork = new ManualClockwork();
    private final HttpVenue venue = new HttpVenue();
    private final InfoClient client = new InfoClient(
            venue.endpoints(),
            HttpSettings.STANDARD,
            new RateBudget(clockwork, new SplittableRandom(1)),
            600_000,
            clockwork,
            new SplittableRandom(2));
    private final History history = new History(client, Priority.HISTORY);

    @AfterEach
    void close() {
        client.close();
        venue.close();
    }

    @Test
    void putsFillsTogetherFromPagesThatLeaveOutTheNewest() throws Exception {
        List<Long> timesMs = timesMs(1733, 1000);
        venue.reply(body -> fills(asked(timesMs, body).limit(PAGE)));

        assertFills(timesMs);
    }

    @Test
    void putsFillsTogetherFromPagesThatLeaveOutTheOldest() throws Exception {
        List<Long> timesMs = timesMs(1733, 1000);
        venue.reply(body -> {
            List<Long> all = asked(timesMs, body).toList().reversed();
            return fills(all.stream().limit(PAGE));
        });

        assertFills(timesMs);
    }

    @Test
    void givesUpOnMoreFillsInOneMillisecondThanAPageHolds() {
        List<Long> timesMs = LongStream.range(0, 600).mapToObj(i -> START_MS).toList();
        venue.reply(body -> fills(asked(timesMs, body).limit(PAGE)));

        assertThatExceptionOfType(InfoException.class)
                .isThrownBy(() -> history.fills(ACCOUNT, START_MS - 5, START_MS + 5))
                .withMessage("more than one page of items at the millisecond " + START_MS);
    }

    @Test
    void putsFundingRatesTogether() throws Exception {
        List<Long> timesMs = timesMs(1201, 3_600_000);
        venue.reply(body -> new Reply(
                200,
                asked(timesMs, body)
                        .limit(PAGE)
                        .map(ms -> "{\"coin\":\"BTC\",\"fundingRate\":\"0.0000125\",\"time\":" + ms + "}")
                        .collect(Collectors.joining(",", "[", "]"))));

        List<FundingRow> rows = history.fundingRates("BTC", START_MS, timesMs.getLast());

        assertThat(rows.stream().map(FundingRow::timeMs)).isEqualTo(timesMs);
    }

    @Test
    void asksForCandlesInPiecesAndOnlyForThoseThatCanExist() throws Exception {
        long minute = 60_000;
        venue.reply(body -> {
            JsonNode range = Json.parse(body).get("req");
            long first = range.get("startTime").longValue() / minute * minute;
            return new Reply(
                    200,
                    LongStream.iterate(first, t -> t <= range.get("endTime").longValue(), t -> t + minute)
                            .mapToObj(
                                    t -> "{\"t\":" + t + ",\"T\":" + (t + minute - 1)
                                            + ",\"s\":\"BTC\",\"i\":\"1m\",\"o\":\"1\",\"c\":\"1\",\"h\":\"1\",\"l\":\"1\",\"v\":\"0\",\"n\":0}")
                            .collect(Collectors.joining(",", "[", "]")));
        });

        List<Bar> bars = history.candles("BTC", "1m", minute, 0, START_MS);

        assertThat(bars)
                .hasSizeBetween(5000, 5001)
                .isSortedAccordingTo((a, b) -> Long.compare(a.openTimeMs(), b.openTimeMs()));
        assertThat(bars.stream().map(Bar::openTimeMs)).doesNotHaveDuplicates();
        assertThat(venue.asked()).hasSize(3);
    }

    private void assertFills(List<Long> timesMs) throws InfoException, InterruptedException {
        List<Fill> fills = history.fills(ACCOUNT, START_MS, timesMs.getLast());

        assertThat(fills.stream().map(Fill::timeMs)).isEqualTo(timesMs);
        assertThat(fills.stream().map(Fill::key)).doesNotHaveDuplicates();
    }

    private static List<Long> timesMs(int count, long stepMs) {
        return LongStream.range(0, count).mapToObj(i -> START_MS + i * stepMs).toList();
    }

    private static Stream<Long> asked(List<Long> timesMs, String body) {
        long from = Json.parse(body).get("startTime").longValue();
        long to = Json.parse(body).get("endTime").longValue();
        return timesMs.stream().filter(ms -> ms >= from && ms <= to);
    }

    private static Reply fills(Stream<Long> timesMs) {
        int[] tid = {0};
        return new Reply(
                200,
                timesMs.map(ms -> "{\"coin\":\"BTC\",\"px\":\"1.0\",\"sz\":\"1.0\",\"side\":\"B\",\"time\":" + ms
                                + ",\"startPosition\":\"0.0\",\"dir\":\"Open Long\",\"closedPnl\":\"0.0\",\"hash\":\"0x\",\"oid\":1,"
                                + "\"crossed\":true,\"fee\":\"0.0\",\"feeToken\":\"USDC\",\"tid\":"
                                + (ms == START_MS ? tid[0]++ : 1) + "}")
                        .collect(Collectors.joining(",", "[", "]")));
    }
}
