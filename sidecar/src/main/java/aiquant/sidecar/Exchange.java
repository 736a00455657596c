package aiquant.sidecar;

import aiquant.exchange.VenueTime;
import java.util.Optional;

/// All that the sidecar needs of the exchange; it holds no key.
public interface Exchange {

    /// What is collected, for clients that must not take one exchange for another: the address of its streams.
    default String address() {
        return "";
    }

    /// Opens the connection for what concerns everybody.
    Feed openMarket(FeedListener listener);

    /// Opens a connection for one account alone, since not every frame says whose it is.
    ///
    /// @param user the account's address in lower case
    Feed openAccount(String user, FeedListener listener);

    MarketHistory history();

    /// The exchange's time as it was asked for; empty where nobody asks.
    default Optional<VenueTime> time() {
        return Optional.empty();
    }

    /// Asks for the time where that is due.
    ///
    /// @throws HistoryException where there is no answer
    default void keepTime() throws HistoryException, InterruptedException {}

    AccountHistory accountHistory();
}
