package aiquant.exchange;

import aiquant.exchange.InfoException.Kind;
import aiquant.exchange.RateBudget.Charge;
import aiquant.exchange.RateBudget.Priority;
import aiquant.exchange.wire.Json;
import aiquant.exchange.wire.WireException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.random.RandomGenerator;

/// Asks the exchange by REST, and asks again where that can help.
///
/// A broken connection is tried once more at once on a new one; failures of the server, time-outs and refusals
/// for too many requests are tried again later, up to three times in all; a wrong question is never repeated.
/// Blocks its caller. Thread-safe.
public final class InfoClient implements AutoCloseable {
    private static final int MOST_TRIES = 3;
    private static final long FIRST_BACK_OFF_MS = 250;
    private static final int OK = 200;
    private static final int TOO_MANY_REQUESTS = 429;
    private static final int FIRST_SERVER_ERROR = 500;

    private final URI address;
    private final RateBudget budget;
    private final Clockwork clockwork;
    private final RandomGenerator random;
    private final HttpPoster poster;
    private final long longestWaitMs;

    /// @param longestWaitMs how long a question may wait for the budget
    public InfoClient(
            Endpoints endpoints,
            HttpSettings settings,
            RateBudget budget,
            long longestWaitMs,
            Clockwork clockwork,
            RandomGenerator random) {
        this.address = endpoints.info();
        this.budget = budget;
        this.longestWaitMs = longestWaitMs;
        this.clockwork = clockwork;
        this.random = random;
        this.poster = new HttpPoster(settings);
    }

    /// @throws InfoException where there is no answer to rely on
    public <T> T ask(InfoRequest<T> request, Priority priority) throws InfoException, InterruptedException {
        byte[] body = Json.write(request.body()).getBytes(StandardCharsets.UTF_8);
        String what = request.shape().type() + ": ";
        boolean wasBroken = false;
        for (int tries = 1; ; tries++) {
            Charge charge = budget.take(request.worstWeight(), priority, longestWaitMs)
                    .orElseThrow(() -> new InfoException(
                            Kind.LIMITED, what + "not asked, the rate budget is used up for " + priority));
            InfoException failure;
            switch (poster.post(address, body)) {
                case HttpResult.Answer answer
                when answer.status() == OK -> {
                    budget.answered();
                    return read(request, answer, charge);
                }
                case HttpResult.Answer answer -> failure = refusal(what, answer);
                case HttpResult.NotSent notSent -> {
                    charge.correct(0);
                    failure = new InfoException(Kind.UNREACHABLE, what + notSent.reason());
                }
                case HttpResult.Broken broken -> {
                    failure = new InfoException(Kind.UNREACHABLE, what + broken.reason());
                    poster.refresh();
                    if (!wasBroken && tries < MOST_TRIES) {
                        wasBroken = true;
                        continue;
                    }
                }
            }
            if (Thread.interrupted()) {
                throw new InterruptedException(failure.getMessage());
            }
            boolean canHelp = failure.kind() == Kind.UNREACHABLE || failure.kind() == Kind.LIMITED;
            if (!canHelp || tries == MOST_TRIES) {
                throw failure;
            }
            if (failure.kind() == Kind.UNREACHABLE) {
                clockwork.sleep(backOffMs(tries));
            }
        }
    }

    @Override
    public void close() {
        poster.close();
    }

    private <T> T read(InfoRequest<T> request, HttpResult.Answer answer, Charge charge) throws InfoException {
        try {
            T value = request.shape().read(answer.body());
            charge.correct(request.weight(value));
            return value;
        } catch (WireException e) {
            throw new InfoException(Kind.UNREADABLE, request.shape().type() + ": " + e.getMessage());
        }
    }

    /// Waiting after too many requests is the budget's business: it stops all who share it.
    private InfoException refusal(String what, HttpResult.Answer answer) {
        String message = what + "HTTP " + answer.status() + " " + answer.shown();
        if (answer.status() == TOO_MANY_REQUESTS) {
            budget.limited(answer.retryAfterMs());
            return new InfoException(Kind.LIMITED, message);
        }
        return new InfoException(answer.status() >= FIRST_SERVER_ERROR ? Kind.UNREACHABLE : Kind.REFUSED, message);
    }

    private long backOffMs(int tries) {
        long step = FIRST_BACK_OFF_MS << tries;
        return step / 2 + random.nextLong(step / 2 + 1);
    }
}
