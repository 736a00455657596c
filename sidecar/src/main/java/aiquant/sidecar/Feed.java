package aiquant.sidecar;

import aiquant.exchange.wire.Subscription;
import java.util.Set;

/// One connection to the exchange's streams that keeps itself alive: it notices silence, reconnects with back-off and
/// subscribes anew.
public interface Feed extends AutoCloseable {

    /// Exactly these streams from now on; what is not among them is given up.
    void want(Set<Subscription> streams);

    /// Ends the connection and opens another one.
    void reconnect();

    @Override
    void close();
}
