package aiquant.sidecar.store;

/// Something that happened to an account, as the exchange said it.
///
/// @param user the account's address
/// @param key what tells it from every other event of its kind, the same however often and from wherever it comes
/// @param timeMs when it happened, by the exchange's clock
/// @param data JSON
public record AccountEvent(String user, Kind kind, String key, long timeMs, String data) {

    /// What kind of thing happened, as the log spells it.
    public enum Kind {
        FILL("fill"),
        ORDER_UPDATE("order_update"),
        FUNDING("funding"),
        LEDGER_UPDATE("ledger_update"),
        LIQUIDATION("liquidation"),
        CANCEL_BY_EXCHANGE("non_user_cancel");

        private final String text;

        Kind(String text) {
            this.text = text;
        }

        public String text() {
            return text;
        }
    }
}
