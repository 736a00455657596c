package aiquant.simulator.server;

import aiquant.exchange.wire.Subscription;
import java.util.LinkedHashMap;
import java.util.Map;

/// One client on the socket. Belongs to the venue's thread, but for [Peer].
final class Session {
    /// How to reach the client; may be called from any thread and never blocks.
    interface Peer {
        void send(String text);

        void close(int code, String reason);
    }

    final Peer peer;
    final Map<Topic, Subscription> subscriptions = new LinkedHashMap<>();
    long lastSentMs;

    Session(Peer peer, long nowMs) {
        this.peer = peer;
        lastSentMs = nowMs;
    }
}
