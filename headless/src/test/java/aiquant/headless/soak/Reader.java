package aiquant.headless.soak;

import static org.assertj.core.api.Assertions.assertThat;

import aiquant.sidecar.wire.SidecarClient;
import aiquant.sidecar.wire.SidecarException;
import aiquant.sidecar.wire.UserEventsMessage;
import aiquant.sidecar.wire.UserEventsMessage.UserEvent;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.random.RandomGenerator;

/// A client of the log of account events as an engine is one: what it has taken and how far it has come are one thing
/// that outlives it, while the client itself dies before, in the middle of and after its work.
///
/// One thread; others may look at what was taken.
final class Reader implements AutoCloseable {

    private static final String CLIENT = "soak";
    private static final int MOST = 50;

    private final Path socket;
    private final String account;
    private final RandomGenerator random;
    private final List<UserEvent> taken = new CopyOnWriteArrayList<>();
    private long takenSeq;
    private long acknowledgedSeq;
    private int deaths;
    private SidecarClient client;

    Reader(Path socket, String account, RandomGenerator random) {
        this.socket = socket;
        this.account = account;
        this.random = random;
        this.client = connect();
    }

    private SidecarClient connect() {
        return new SidecarClient(socket, 1_000, 5_000);
    }

    /// One turn; nothing happens while there is no sidecar.
    void turn() {
        try {
            client.ensureStarted(CLIENT, Set.of(), Optional.empty(), 100, Optional.of(account));
            read();
        } catch (SidecarException e) {
            if (e.kind() == SidecarException.Kind.REFUSED || e.kind() == SidecarException.Kind.UNREADABLE) {
                throw new AssertionError("the sidecar refused what it must take: " + e.getMessage(), e);
            }
        }
    }

    private void read() throws SidecarException {
        boolean isFromOwnPlace = random.nextBoolean();
        UserEventsMessage message = client.readUserEvents(
                CLIENT,
                isFromOwnPlace ? OptionalLong.of(takenSeq) : OptionalLong.empty(),
                Optional.of(account),
                random.nextInt(1, MOST));
        assertThat(message.isReset()).as("the log was replaced").isFalse();
        if (dies()) {
            return;
        }
        long before = isFromOwnPlace ? takenSeq : acknowledgedSeq;
        for (UserEvent event : message.events()) {
            assertThat(event.seq()).as("what was acknowledged comes again").isGreaterThan(before);
            before = event.seq();
            if (event.seq() > takenSeq) {
                taken.add(event);
                takenSeq = event.seq();
            }
        }
        if (dies() || takenSeq == acknowledgedSeq) {
            return;
        }
        client.acknowledgeUserEvents(CLIENT, takenSeq);
        acknowledgedSeq = takenSeq;
        dies();
    }

    private boolean dies() {
        boolean isOver = random.nextInt(30) == 0;
        if (isOver) {
            deaths++;
            client.close();
            client = connect();
        }
        return isOver;
    }

    List<UserEvent> taken() {
        return List.copyOf(taken);
    }

    int count() {
        return taken.size();
    }

    int deaths() {
        return deaths;
    }

    @Override
    public void close() {
        client.close();
    }
}
