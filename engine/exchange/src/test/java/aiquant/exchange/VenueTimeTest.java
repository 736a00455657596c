package aiquant.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import aiquant.exchange.HttpVenue.Reply;
import java.time.Instant;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class VenueTimeTest {
    private final ManualClockwork clockwork = new ManualClockwork();
    private final HttpVenue venue = new HttpVenue();
    private final InfoClient client = new InfoClient(
            venue.endpoints(),
            new HttpSettings(30_000, 30_000, 10_000),
            new RateBudget(clockwork, new SplittableRandom(1)),
            100_000,
            clockwork,
            new SplittableRandom(2));
    private final AtomicInteger asked = new AtomicInteger();

    /// How far this machine's clock is from the exchange's, which `clockwork` tells.
    private long wrongMs = -37_000;

    private final VenueTime time =
            new VenueTime(() -> Instant.ofEpochMilli(clockwork.millis() + wrongMs), clockwork::steadyMs);

    VenueTimeTest() {
        venue.reply(_ -> {
            asked.incrementAndGet();
            return new Reply(200, "{\"time\":" + clockwork.millis() + "}");
        });
    }

    @AfterEach
    void close() {
        client.close();
        venue.close();
    }

    @Test
    void isThisMachinesTimeUntilTheExchangeWasAsked() {
        assertThat(time.millis()).isEqualTo(clockwork.millis() - 37_000);
        assertThat(time.aheadMs()).isEmpty();
        assertThat(time.isWrong()).isFalse();
        assertThat(time.text()).contains("not known yet");
    }

    @Test
    void saysInOneLineThatTheClockIsWrong() throws Exception {
        time.keep(client);

        assertThat(time.millis()).isEqualTo(clockwork.millis());
        assertThat(time.isWrong()).isTrue();
        assertThat(time.text())
                .isEqualTo("this machine's clock is 37.000 s behind the exchange's (± 0.000 s):"
                        + " set it, or let a time service keep it");
    }

    @Test
    void goesOnRightWhenTheClockIsSetAndAsksAnew() throws Exception {
        time.keep(client);
        clockwork.advance(1_000);
        time.keep(client);
        assertThat(asked).hasValue(5);

        wrongMs = 3_600_000;

        assertThat(time.millis()).isEqualTo(clockwork.millis());
        assertThat(time.aheadMs()).hasValue(3_600_000);
        time.keep(client);
        assertThat(asked).hasValue(10);
        time.keep(client);
        assertThat(asked).hasValue(10);
    }

    @Test
    void asksEveryTenMinutes() throws Exception {
        time.keep(client);
        clockwork.advance(599_999);
        time.keep(client);
        assertThat(asked).hasValue(5);

        clockwork.advance(1);
        time.keep(client);

        assertThat(asked).hasValue(10);
    }

    @Test
    void doesNotTrustAnAnswerDuringWhichTheClockWasSet() throws Exception {
        venue.reply(_ -> {
            wrongMs += 10_000;
            return new Reply(200, "{\"time\":" + clockwork.millis() + "}");
        });

        time.keep(client);

        assertThat(time.aheadMs()).isEmpty();
    }

    @Test
    void keepsWhatItKnowsWhereTheExchangeDoesNotAnswer() throws Exception {
        time.keep(client);
        wrongMs = 0;
        venue.reply(_ -> new Reply(400, "no"));

        assertThatExceptionOfType(InfoException.class).isThrownBy(() -> time.keep(client));

        assertThat(time.millis()).isEqualTo(clockwork.millis());
        assertThat(time.isWrong()).isFalse();
    }
}
