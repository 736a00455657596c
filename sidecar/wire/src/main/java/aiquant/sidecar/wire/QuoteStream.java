package aiquant.sidecar.wire;

import aiquant.kernel.market.Symbol;
import aiquant.sidecar.wire.SidecarException.Kind;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.concurrent.TimeUnit;

/// Prices as they change, over a connection of its own: the fastest way from the sidecar to whoever decides.
///
/// The first message holds every price that is known, as does one each second; the others hold what has changed. It
/// does not say what is wanted or that the client is alive, which is [SidecarClient#ensureStarted]'s business. One
/// thread.
public final class QuoteStream implements AutoCloseable {

    private static final long ID = 1;

    private final Path socket;
    private final Connection connection;

    private QuoteStream(Path socket, Connection connection) {
        this.socket = socket;
        this.connection = connection;
    }

    /// @param symbols empty for all
    /// @param connectMs how long connecting may take
    public static QuoteStream open(Path socket, Collection<Symbol> symbols, long connectMs) throws SidecarException {
        ObjectNode params = JsonLines.object();
        ArrayNode names = params.putArray("symbols");
        symbols.forEach(symbol -> names.add(symbol.name()));
        long deadlineNanos = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(connectMs);
        try {
            Connection connection = Connection.open(socket, deadlineNanos);
            try {
                connection.send(Request.of(ID, "watch_mids", params).toLine(), deadlineNanos);
                return new QuoteStream(socket, connection);
            } catch (IOException e) {
                connection.close();
                throw e;
            }
        } catch (SidecarException e) {
            throw e;
        } catch (IOException e) {
            throw new SidecarException(Kind.UNREACHABLE, socket + ": " + e.getMessage());
        }
    }

    /// The next message; one comes each second at least.
    ///
    /// @throws SidecarException where none comes in time, and where the sidecar has gone: then this is to be closed
    /// and another one opened
    public MidsMessage next(long timeoutMs) throws SidecarException {
        try {
            String line = connection.receive(System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(timeoutMs));
            return switch (Reply.read(line)) {
                case Reply.Result done -> MidsMessage.read(done.result());
                case Reply.Failure failed -> throw new SidecarException(Kind.REFUSED, failed.error());
            };
        } catch (SidecarException e) {
            throw e;
        } catch (IOException e) {
            throw new SidecarException(Kind.UNREACHABLE, socket + ": " + e.getMessage());
        } catch (WireFormatException | IllegalArgumentException e) {
            throw new SidecarException(Kind.UNREADABLE, String.valueOf(e.getMessage()));
        }
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (IOException e) {
            // It was broken already.
        }
    }
}
