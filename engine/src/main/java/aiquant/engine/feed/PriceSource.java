package aiquant.engine.feed;

/// Who said a price, the most trusted first.
public enum PriceSource {
    SOCKET("sidecar"),
    DATABASE("database"),
    EXCHANGE("exchange");

    private final String label;

    PriceSource(String label) {
        this.label = label;
    }

    /// As screens show it.
    public String label() {
        return label;
    }
}
