package aiquant.exchange;

import aiquant.exchange.RateBudget.Charge;
import aiquant.exchange.RateBudget.Priority;
import aiquant.exchange.wire.ActionReply;
import aiquant.exchange.wire.RefusalKind;
import aiquant.exchange.wire.WireException;
import java.net.URI;
import java.util.Optional;

/// Hands signed actions to the exchange by REST and says what is known afterwards. It never repeats one.
///
/// Blocks its caller. Thread-safe.
public final class ActionClient implements AutoCloseable {
    private static final int OK = 200;
    private static final int FIRST_CLIENT_ERROR = 400;
    private static final int REQUEST_TIMEOUT = 408;
    private static final int TOO_MANY_REQUESTS = 429;
    private static final int FIRST_SERVER_ERROR = 500;

    private final URI address;
    private final RateBudget budget;
    private final HttpPoster poster;

    public ActionClient(Endpoints endpoints, HttpSettings settings, RateBudget budget) {
        this.address = endpoints.exchange();
        this.budget = budget;
        this.poster = new HttpPoster(settings);
    }

    /// @param body the signed request, complete
    /// @param elements orders, cancels or modifications in it
    /// @param priority of exits and cancels [Priority#EXIT]
    /// @param longestWaitMs for the rate budget; an entry that came late would be worse than none
    public ActionOutcome send(byte[] body, int elements, Priority priority, long longestWaitMs) {
        Optional<Charge> charge;
        try {
            charge = budget.take(Weights.action(elements), priority, longestWaitMs);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return new ActionOutcome.NotSent("interrupted while waiting for the rate budget");
        }
        if (charge.isEmpty()) {
            return new ActionOutcome.NotSent("the rate budget is used up for " + priority);
        }
        return switch (poster.post(address, body)) {
            case HttpResult.Answer answer -> outcome(answer);
            case HttpResult.Broken broken -> {
                // What broke one connection may have broken all that are kept open.
                poster.refresh();
                yield new ActionOutcome.Unknown(broken.reason());
            }
            case HttpResult.NotSent notSent -> {
                charge.get().correct(0);
                yield new ActionOutcome.NotSent(notSent.reason());
            }
        };
    }

    @Override
    public void close() {
        poster.close();
    }

    private ActionOutcome outcome(HttpResult.Answer answer) {
        int status = answer.status();
        if (status == TOO_MANY_REQUESTS) {
            budget.limited(answer.retryAfterMs());
        } else {
            budget.answered();
        }
        if (status == OK) {
            return read(answer);
        }
        String text = "HTTP " + status + " " + answer.shown();
        boolean isProof = status >= FIRST_CLIENT_ERROR && status < FIRST_SERVER_ERROR && status != REQUEST_TIMEOUT;
        return isProof
                ? new ActionOutcome.Refused(text, RefusalKind.of(answer.shown()))
                : new ActionOutcome.Unknown(text);
    }

    private static ActionOutcome read(HttpResult.Answer answer) {
        try {
            return ActionOutcome.of(ActionReply.read(answer.body()));
        } catch (WireException e) {
            return new ActionOutcome.Unknown("unreadable answer: " + e.getMessage());
        }
    }
}
