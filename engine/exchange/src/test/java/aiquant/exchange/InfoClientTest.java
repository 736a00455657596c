package aiquant.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import aiquant.exchange.HttpVenue.Reply;
import aiquant.exchange.InfoException.Kind;
import aiquant.exchange.RateBudget.Priority;
import aiquant.exchange.action.Address;
import java.time.Instant;
import java.util.SplittableRandom;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class InfoClientTest {
    private static final Address ACCOUNT = new Address("0x" + "Ab".repeat(20));
    private static final String STATUS = "{\"time\":1787195273903,\"specialStatuses\":null}";
    private static final HttpSettings PATIENT = new HttpSettings(30_000, 30_000, 10_000);
    private static final HttpSettings QUICK = new HttpSettings(30_000, 500, 10_000);

    private final ManualClockwork clockwork = new ManualClockwork();
    private final RateBudget budget = new RateBudget(clockwork, new SplittableRandom(1));
    private final HttpVenue venue = new HttpVenue();
    private final InfoClient client = clientOf(venue.endpoints());

    private InfoClient clientOf(Endpoints endpoints) {
        return clientOf(endpoints, PATIENT);
    }

    private InfoClient clientOf(Endpoints endpoints, HttpSettings settings) {
        return new InfoClient(endpoints, settings, budget, 100_000, clockwork, new SplittableRandom(2));
    }

    @AfterEach
    void close() {
        client.close();
        venue.close();
    }

    @Test
    void readsAnAnswerAsATypedValue() throws Exception {
        venue.replyInTurn(new Reply(200, STATUS));

        assertThat(client.ask(InfoRequest.exchangeStatus(), Priority.NORMAL).timeMs())
                .isEqualTo(1787195273903L);
        assertThat(venue.asked()).containsExactly("/info {\"type\":\"exchangeStatus\"}");
        assertThat(budget.spent()).isEqualTo(2);
    }

    @Test
    void asksWithTheAddressInSmallLetters() throws Exception {
        venue.replyInTurn(new Reply(200, "[]"));

        client.ask(InfoRequest.userFillsByTime(ACCOUNT, -5, 7), Priority.NORMAL);

        assertThat(venue.asked())
                .containsExactly("/info {\"type\":\"userFillsByTime\",\"user\":\"0x" + "ab".repeat(20)
                        + "\",\"startTime\":0,\"endTime\":7}");
    }

    @Test
    void correctsTheWeightByWhatCameBack() throws Exception {
        venue.replyInTurn(new Reply(200, "[]"));

        client.ask(InfoRequest.userFills(ACCOUNT), Priority.NORMAL);

        assertThat(InfoRequest.userFills(ACCOUNT).worstWeight()).isEqualTo(120);
        assertThat(budget.spent()).isEqualTo(20);
    }

    @Test
    void neverRepeatsAWrongQuestion() {
        venue.replyInTurn(new Reply(422, "Failed to deserialize the JSON body into the target type"));

        assertRefused(Kind.REFUSED, "exchangeStatus: HTTP 422 Failed to deserialize", this::askStatus);
        assertThat(venue.asked()).hasSize(1);
    }

    @Test
    void asksAgainWhenTheServerFailed() throws Exception {
        venue.replyInTurn(new Reply(502, "bad gateway"), new Reply(503, ""), new Reply(200, STATUS));

        assertThat(askStatus()).isEqualTo(1787195273903L);
        assertThat(clockwork.steadyMs()).isBetween(500L, 1500L);
    }

    @Test
    void givesUpAfterThreeFailures() {
        venue.replyInTurn(new Reply(502, "bad gateway"));

        assertRefused(Kind.UNREACHABLE, "exchangeStatus: HTTP 502 bad gateway", this::askStatus);
        assertThat(venue.asked()).hasSize(3);
    }

    @Test
    void waitsAsLongAsTheExchangeAsks() throws Exception {
        venue.replyInTurn(new Reply(429, "null", "7"), new Reply(200, STATUS));

        assertThat(askStatus()).isEqualTo(1787195273903L);
        assertThat(clockwork.steadyMs()).isBetween(7000L, 7500L);
    }

    @Test
    void doesNotAskBeyondTheBudget() {
        assertThat(budget.tryTake(RateBudget.PER_MINUTE, Priority.EXIT)).isPresent();
        try (InfoClient hasty =
                new InfoClient(venue.endpoints(), PATIENT, budget, 1000, clockwork, new SplittableRandom(3))) {
            assertRefused(
                    Kind.LIMITED,
                    "exchangeStatus: not asked, the rate budget is used up for NORMAL",
                    () -> hasty.ask(InfoRequest.exchangeStatus(), Priority.NORMAL));
        }
        assertThat(venue.asked()).isEmpty();
    }

    @Test
    void explainsAnAnswerOfTheWrongShape() {
        venue.replyInTurn(new Reply(200, "{\"time\":\"noon\"}"));
        assertRefused(Kind.UNREADABLE, "exchangeStatus: time: expected an integer, got \"noon\"", this::askStatus);

        venue.replyInTurn(new Reply(200, "<html>"));
        assertRefused(Kind.UNREADABLE, "exchangeStatus: not JSON", this::askStatus);
    }

    @Test
    void readsNoAnswerWithoutEnd() {
        venue.replyInTurn(new Reply(200, "x".repeat(20_000)));

        assertRefused(Kind.UNREACHABLE, "exchangeStatus: connection failed", this::askStatus);
    }

    @Test
    void triesABrokenConnectionOnceMoreAtOnce() {
        try (BrokenVenue broken = new BrokenVenue("", true);
                InfoClient asking = clientOf(broken.endpoints())) {
            assertRefused(
                    Kind.UNREACHABLE,
                    "exchangeStatus: connection failed",
                    () -> asking.ask(InfoRequest.exchangeStatus(), Priority.NORMAL));
            assertThat(broken.requests()).isEqualTo(3);
        }
    }

    @Test
    void waitsForNoAnswerLongerThanItsLimit() {
        String half = "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{\"time\":1";
        try (BrokenVenue silent = new BrokenVenue(half, false);
                InfoClient asking = clientOf(silent.endpoints(), QUICK)) {
            assertRefused(
                    Kind.UNREACHABLE,
                    "exchangeStatus: no whole answer within 500 ms",
                    () -> asking.ask(InfoRequest.exchangeStatus(), Priority.NORMAL));
        }
    }

    @Test
    void saysThatNobodyListens() {
        Endpoints gone = venue.endpoints();
        venue.close();

        try (InfoClient asking = clientOf(gone)) {
            assertRefused(
                    Kind.UNREACHABLE,
                    "exchangeStatus: no connection",
                    () -> asking.ask(InfoRequest.exchangeStatus(), Priority.NORMAL));
        }
        assertThat(budget.spent()).isZero();
    }

    @Test
    void measuresHowFarTheExchangesClockIsAhead() throws Exception {
        long[] roundTripsMs = {200, 20, 400, 40, 60};
        int[] probe = {0};
        venue.reply(body -> {
            long tripMs = roundTripsMs[probe[0]++];
            clockwork.sleep(tripMs / 2);
            long venueMs = clockwork.millis() + 1500;
            clockwork.sleep(tripMs / 2);
            return new Reply(200, "{\"time\":" + venueMs + "}");
        });

        VenueClock clock = VenueClock.measure(client, () -> Instant.ofEpochMilli(clockwork.millis()), 5);

        assertThat(clock.offsetMs()).isEqualTo(1500);
        assertThat(clock.venueMs(1_000_000)).isEqualTo(1_001_500);
        assertThat(clock.uncertaintyMs()).isBetween(10L, 200L);
    }

    private long askStatus() throws InfoException, InterruptedException {
        return client.ask(InfoRequest.exchangeStatus(), Priority.NORMAL).timeMs();
    }

    private static void assertRefused(Kind kind, String beginning, ThrowingCallable call) {
        assertThatExceptionOfType(InfoException.class)
                .isThrownBy(call)
                .withMessageStartingWith(beginning)
                .satisfies(e -> assertThat(e.kind()).isEqualTo(kind));
    }
}
