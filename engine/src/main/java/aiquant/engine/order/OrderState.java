package aiquant.engine.order;

/// Where an order stands. Nothing leaves `SUBMITTED` or `UNKNOWN` without the venue's word.
public enum OrderState {
    CREATED,
    SUBMITTED,
    ACCEPTED,
    PARTIALLY_FILLED,
    UNKNOWN,
    FILLED,
    DENIED,
    REJECTED,
    CANCELED,
    EXPIRED,
    WITHHELD;

    /// Whether nothing more can happen to the order.
    public boolean isEnded() {
        return switch (this) {
            case CREATED, SUBMITTED, ACCEPTED, PARTIALLY_FILLED, UNKNOWN -> false;
            case FILLED, DENIED, REJECTED, CANCELED, EXPIRED, WITHHELD -> true;
        };
    }
}
