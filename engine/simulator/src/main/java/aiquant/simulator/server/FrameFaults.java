package aiquant.simulator.server;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The last gate before a client: lets messages pass, loses, delays, doubles or swaps them. Belongs to the venue's
/// thread.
final class FrameFaults {
    private record Late(Session session, String text, long dueMs) {}

    private final Faults faults;
    private final List<Late> late = new ArrayList<>();
    private final Map<Session, String> held = new HashMap<>();
    private final Map<Session, Long> silentUntilMs = new HashMap<>();
    private final Map<Session, Long> deafUntilMs = new HashMap<>();

    FrameFaults(Faults faults) {
        this.faults = faults;
    }

    /// Whether what a client says is heard.
    boolean hears(Session session, long nowMs) {
        return deafUntilMs.getOrDefault(session, Long.MIN_VALUE) <= nowMs;
    }

    void forget(Session session) {
        held.remove(session);
        silentUntilMs.remove(session);
        deafUntilMs.remove(session);
        late.removeIf(one -> one.session().equals(session));
    }

    /// Sends a message, or does to it what a fault demands.
    ///
    /// @return whether anything was sent
    boolean pass(Session session, String channel, String text, long nowMs) {
        if (silentUntilMs.getOrDefault(session, Long.MIN_VALUE) > nowMs) {
            return false;
        }
        var fault = faults.strike("frame", channel);
        if (fault.isEmpty()) {
            deliver(session, text);
            return true;
        }
        switch (fault.get().effect()) {
            case DROP -> {
                return false;
            }
            case DELAY -> late.add(new Late(session, text, nowMs + fault.get().ms()));
            case DUPLICATE -> {
                deliver(session, text);
                deliver(session, text);
            }
            case REORDER -> {
                String before = held.put(session, text);
                if (before != null) {
                    session.peer.send(before);
                }
            }
            case SILENCE -> {
                silentUntilMs.put(session, nowMs + fault.get().ms());
                return false;
            }
            case HALF_OPEN -> {
                silentUntilMs.put(session, nowMs + fault.get().ms());
                deafUntilMs.put(session, nowMs + fault.get().ms());
                return false;
            }
            case DISCONNECT -> {
                session.peer.close(fault.get().code() == 0 ? 1006 : fault.get().code(), "");
                return false;
            }
            case TRUNCATE -> deliver(session, text.substring(0, text.length() / 2));
            case ALTER -> deliver(session, faults.alter(text));
            case STATUS -> throw new IllegalStateException("no status on the socket: " + fault.get());
        }
        return true;
    }

    private void deliver(Session session, String text) {
        session.peer.send(text);
        String before = held.remove(session);
        if (before != null) {
            session.peer.send(before);
        }
    }

    /// Sends what is late enough.
    void tick(long nowMs) {
        List<Late> due = late.stream().filter(one -> one.dueMs() <= nowMs).toList();
        late.removeAll(due);
        due.forEach(one -> one.session().peer.send(one.text()));
    }
}
