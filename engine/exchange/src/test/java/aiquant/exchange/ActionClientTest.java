package aiquant.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import aiquant.exchange.HttpVenue.Reply;
import aiquant.exchange.RateBudget.Priority;
import aiquant.exchange.wire.ActionReply;
import aiquant.exchange.wire.Placement;
import aiquant.exchange.wire.RefusalKind;
import java.nio.charset.StandardCharsets;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ActionClientTest {
    private static final byte[] BODY = "{\"action\":{\"type\":\"noop\"},\"nonce\":1}".getBytes(StandardCharsets.UTF_8);
    private static final String OK = "HTTP/1.1 200 OK\r\n";
    private static final HttpSettings PATIENT = new HttpSettings(30_000, 30_000, 10_000);
    private static final HttpSettings QUICK = new HttpSettings(30_000, 500, 10_000);

    private final ManualClockwork clockwork = new ManualClockwork();
    private final RateBudget budget = new RateBudget(clockwork, new SplittableRandom(1));
    private final HttpVenue venue = new HttpVenue();

    @AfterEach
    void close() {
        venue.close();
    }

    @Test
    void readsWhatBecameOfEachPart() {
        venue.replyInTurn(
                new Reply(
                        200,
                        "{\"status\":\"ok\",\"response\":{\"type\":\"order\",\"data\":{\"statuses\":["
                                + "{\"resting\":{\"oid\":77738308}},\"waitingForFill\",{\"error\":\"Order has zero size.\"}]}}}"));

        assertThat(send(venue.endpoints())).isInstanceOfSatisfying(ActionOutcome.Answered.class, answered -> {
            ActionReply.Each each = (ActionReply.Each) answered.reply();
            assertThat(each.statuses().get(0)).isInstanceOf(Placement.Resting.class);
            assertThat(each.statuses().get(1)).isEqualTo(new Placement.WaitingForFill());
            assertThat(((Placement.Refused) each.statuses().get(2)).kind()).isEqualTo(RefusalKind.ZERO_SIZE);
        });
        assertThat(venue.asked()).containsExactly("/exchange " + new String(BODY, StandardCharsets.UTF_8));
        assertThat(budget.spent()).isEqualTo(2);
    }

    @Test
    void knowsTheRefusalOfAWholeAction() {
        venue.replyInTurn(new Reply(200, "{\"status\":\"err\",\"response\":\"Vault not registered: 0x11\"}"));

        assertThat(send(venue.endpoints()))
                .isEqualTo(new ActionOutcome.Refused("Vault not registered: 0x11", RefusalKind.UNKNOWN_VAULT));
    }

    @Test
    void takesClientErrorsForRefusals() {
        venue.replyInTurn(new Reply(422, "Failed to deserialize"));

        assertThat(send(venue.endpoints()))
                .isEqualTo(new ActionOutcome.Refused("HTTP 422 Failed to deserialize", RefusalKind.OTHER));
    }

    @Test
    void stopsAllWhoShareTheBudgetAfterTooManyRequests() {
        venue.replyInTurn(new Reply(429, "null", "3"));

        assertThat(send(venue.endpoints())).isInstanceOf(ActionOutcome.Refused.class);
        assertThat(budget.waitMs(1, Priority.EXIT)).isEqualTo(3000);
        assertThat(venue.asked()).hasSize(1);
    }

    @Test
    void doesNotKnowWhatAFailingServerDid() {
        venue.replyInTurn(new Reply(502, "bad gateway"));

        assertThat(send(venue.endpoints())).isEqualTo(new ActionOutcome.Unknown("HTTP 502 bad gateway"));
        assertThat(venue.asked()).hasSize(1);
    }

    @Test
    void doesNotKnowWhatAnUnreadableAnswerMeans() {
        for (String body : new String[] {"", "ok", "{\"status\":\"maybe\"}", "{\"status\":\"ok\"", "[1]"}) {
            venue.replyInTurn(new Reply(200, body));

            assertThat(send(venue.endpoints())).as(body).isInstanceOf(ActionOutcome.Unknown.class);
        }
    }

    @Test
    void doesNotKnowWhatWasBehindABrokenConnection() {
        String[] answers = {"", "HTT", OK + "Content-Length: 100\r\n\r\n{\"status\":\"ok\"", OK + "Content-Len"};
        for (String written : answers) {
            try (BrokenVenue broken = new BrokenVenue(written, true)) {
                assertThat(send(broken.endpoints())).as(written).isInstanceOf(ActionOutcome.Unknown.class);
                assertThat(broken.requests()).as(written).isEqualTo(1);
            }
        }
    }

    @Test
    void doesNotKnowWhatIsNotAnsweredInTime() {
        try (BrokenVenue silent = new BrokenVenue("", false)) {
            assertThat(send(silent.endpoints(), QUICK))
                    .isEqualTo(new ActionOutcome.Unknown("no whole answer within 500 ms"));
            assertThat(silent.requests()).isEqualTo(1);
        }
    }

    @Test
    void knowsThatNothingWasSentWhereNobodyListens() {
        Endpoints gone = venue.endpoints();
        venue.close();

        assertThat(send(gone)).isInstanceOf(ActionOutcome.NotSent.class);
        assertThat(budget.spent()).isZero();
    }

    @Test
    void sendsNothingBeyondTheBudget() {
        assertThat(budget.tryTake(1000, Priority.EXIT)).isPresent();

        assertThat(send(venue.endpoints()))
                .isEqualTo(new ActionOutcome.NotSent("the rate budget is used up for NORMAL"));
        assertThat(venue.asked()).isEmpty();
    }

    private ActionOutcome send(Endpoints endpoints) {
        return send(endpoints, PATIENT);
    }

    private ActionOutcome send(Endpoints endpoints, HttpSettings settings) {
        try (ActionClient client = new ActionClient(endpoints, settings, budget)) {
            return client.send(BODY, 40, Priority.NORMAL, 0);
        }
    }
}
