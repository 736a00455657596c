package aiquant.exchange;

import aiquant.exchange.wire.Subscription;
import java.util.OptionalLong;

/// How a subscription is doing on the present connection.
///
/// @param isConfirmed by the exchange's word, or by data
/// @param ageMs since its last data; empty where none came yet
public record StreamState(Subscription subscription, boolean isConfirmed, OptionalLong ageMs) {

    /// Whether nothing more is to be waited for: confirmed, and begun if it begins at once.
    public boolean isSettled() {
        return isConfirmed && (ageMs.isPresent() || !Feed.startsWithSnapshot(subscription));
    }
}
