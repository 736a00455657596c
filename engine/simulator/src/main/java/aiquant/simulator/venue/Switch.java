package aiquant.simulator.venue;

/// Behaviours of the real exchange that are not documented or that changed; each is off unless switched on.
public enum Switch {
    /// A client order id that was ever used by the account is refused.
    REFUSE_DUPLICATE_CLOID,
    /// A GTC order that fills in part on entry and rests answers `filled` with less than its size, not `resting`.
    ANSWER_PARTLY_FILLED_GTC_AS_FILLED,
    /// The minimum value also holds for a reduce-only order that closes the whole position.
    MINIMUM_ALSO_WHEN_CLOSING,
    /// An interval without trades has no candle, instead of a flat one.
    NO_CANDLE_FOR_EMPTY_INTERVAL,
    /// Fills by time come newest first, instead of oldest first.
    FILLS_BY_TIME_NEWEST_FIRST,
    /// The shown `withdrawable` leaves a tenth of the notional behind, as transfers always do.
    TENTH_IN_WITHDRAWABLE,
    /// A modify whose new order is refused cancels the old one, instead of leaving it.
    FAILED_MODIFY_CANCELS,
    /// Texts about one order end without ` asset=n`.
    TEXTS_WITHOUT_ASSET,
    /// A tick or distance error of one order is the single answer for its whole batch.
    PAYLOAD_ERROR_FAILS_BATCH,
    /// Reduce-only trigger orders outlive the position they were to close.
    TRIGGERS_OUTLIVE_POSITION
}
