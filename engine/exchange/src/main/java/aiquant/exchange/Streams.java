package aiquant.exchange;

import aiquant.exchange.wire.Frame;
import aiquant.exchange.wire.Subscription;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/// The subscriptions of one socket and when each was asked for, confirmed and last heard of.
///
/// Not thread-safe: its socket guards it. All times are steady milliseconds.
final class Streams {
    private static final long NEVER = Long.MIN_VALUE;

    private final SocketSettings settings;
    private final Map<Subscription, Stream> bySubscription = new LinkedHashMap<>();
    private final Map<Feed, List<Stream>> byFeed = new HashMap<>();

    private static final class Stream {
        private final Subscription subscription;
        private final OptionalLong staleAfterMs;
        private long firstAskedMs = NEVER;
        private long askedMs = NEVER;
        private long lastDataMs = NEVER;
        private boolean isConfirmed;
        private boolean isReported;
        private boolean isAskedAgain;

        private Stream(Subscription subscription, OptionalLong staleAfterMs) {
            this.subscription = subscription;
            this.staleAfterMs = staleAfterMs;
        }
    }

    /// What a look at the streams found.
    ///
    /// @param unsubscribe before what is subscribed once more
    /// @param giveUp streams that stayed silent although they were asked for again
    record Findings(
            List<SocketProblem> problems,
            List<Subscription> unsubscribe,
            List<Subscription> subscribe,
            List<Subscription> giveUp) {
        static final Findings NONE = new Findings(List.of(), List.of(), List.of(), List.of());
    }

    Streams(SocketSettings settings) {
        this.settings = settings;
    }

    int size() {
        return bySubscription.size();
    }

    /// @return false where it was there already
    boolean add(Subscription subscription, OptionalLong staleAfterMs) {
        if (bySubscription.containsKey(subscription)) {
            return false;
        }
        Stream stream = new Stream(subscription, staleAfterMs);
        bySubscription.put(subscription, stream);
        byFeed.computeIfAbsent(Feed.of(subscription), feed -> new ArrayList<>()).add(stream);
        return true;
    }

    /// @throws IllegalArgumentException where another account's stream is there
    void requireSameAccount(Subscription subscription) {
        Optional<String> account = subscription.argument("user");
        for (Subscription other : bySubscription.keySet()) {
            Optional<String> its = other.argument("user");
            if (account.isPresent() && its.isPresent() && !its.equals(account)) {
                throw new IllegalArgumentException(
                        "one account a connection: " + account.get() + " beside " + its.get());
            }
        }
    }

    boolean remove(Subscription subscription) {
        Stream stream = bySubscription.remove(subscription);
        if (stream == null) {
            return false;
        }
        byFeed.getOrDefault(Feed.of(subscription), new ArrayList<>()).remove(stream);
        return true;
    }

    List<Subscription> subscriptions() {
        return List.copyOf(bySubscription.keySet());
    }

    /// A new connection knows nothing of the old one's.
    void forget() {
        for (Stream stream : bySubscription.values()) {
            stream.firstAskedMs = NEVER;
            stream.askedMs = NEVER;
            stream.lastDataMs = NEVER;
            stream.isConfirmed = false;
            stream.isReported = false;
            stream.isAskedAgain = false;
        }
    }

    void asked(Subscription subscription, long nowMs) {
        Stream stream = bySubscription.get(subscription);
        if (stream != null) {
            stream.askedMs = nowMs;
            stream.firstAskedMs = stream.firstAskedMs == NEVER ? nowMs : stream.firstAskedMs;
        }
    }

    void confirmed(Subscription subscription) {
        Stream stream = bySubscription.get(subscription);
        if (stream != null) {
            stream.isConfirmed = true;
        }
    }

    /// Data confirm a subscription too: they may come before the word.
    void received(Frame frame, long nowMs) {
        Feed.of(frame).ifPresent(feed -> {
            for (Stream stream : byFeed.getOrDefault(feed, List.of())) {
                stream.isConfirmed = true;
                stream.lastDataMs = nowMs;
                stream.isAskedAgain = false;
            }
        });
    }

    List<StreamState> states(long nowMs) {
        List<StreamState> states = new ArrayList<>();
        for (Stream stream : bySubscription.values()) {
            OptionalLong ageMs =
                    stream.lastDataMs == NEVER ? OptionalLong.empty() : OptionalLong.of(nowMs - stream.lastDataMs);
            states.add(new StreamState(stream.subscription, stream.isConfirmed, ageMs));
        }
        return states;
    }

    /// Looks for what is overdue.
    ///
    /// @param lastFrameMs when anything at all was heard: where all is silent, no single stream is to blame
    Findings look(long nowMs, long lastFrameMs) {
        Findings findings = new Findings(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        for (Stream stream : bySubscription.values()) {
            if (stream.askedMs != NEVER) {
                look(stream, nowMs, lastFrameMs, findings);
            }
        }
        return findings;
    }

    private void look(Stream stream, long nowMs, long lastFrameMs, Findings findings) {
        long sinceAskedMs = nowMs - stream.askedMs;
        boolean hasData = stream.lastDataMs != NEVER;
        if (!stream.isConfirmed && sinceAskedMs >= settings.ackMs()) {
            findings.problems.add(new SocketProblem.NotConfirmed(stream.subscription));
            findings.subscribe.add(stream.subscription);
            stream.askedMs = nowMs;
        }
        boolean isDue =
                Feed.startsWithSnapshot(stream.subscription) && nowMs - stream.firstAskedMs >= settings.firstDataMs();
        if (!hasData && isDue && !stream.isReported) {
            stream.isReported = true;
            findings.problems.add(new SocketProblem.NoData(stream.subscription));
        }
        long boundMs = stream.staleAfterMs.orElse(Long.MAX_VALUE);
        long silentMs = hasData ? nowMs - Math.max(stream.lastDataMs, stream.askedMs) : 0;
        if (silentMs >= boundMs && nowMs - lastFrameMs < boundMs) {
            stale(stream, nowMs, findings);
        }
    }

    private static void stale(Stream stream, long nowMs, Findings findings) {
        findings.problems.add(new SocketProblem.Stale(stream.subscription, nowMs - stream.lastDataMs));
        if (stream.isAskedAgain) {
            findings.giveUp.add(stream.subscription);
        } else {
            stream.isAskedAgain = true;
            stream.askedMs = nowMs;
            findings.unsubscribe.add(stream.subscription);
            findings.subscribe.add(stream.subscription);
        }
    }
}
