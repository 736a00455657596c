package aiquant.exchange.action;

/// How the orders of one action belong together.
public enum Grouping {
    /// Not at all.
    NONE("na"),
    /// The first is the parent; the trigger orders after it wait for its complete fill.
    NORMAL_TPSL("normalTpsl"),
    /// Trigger orders bound to the position, whatever its size becomes.
    POSITION_TPSL("positionTpsl");

    private final String word;

    Grouping(String word) {
        this.word = word;
    }

    /// The venue's spelling.
    public String word() {
        return word;
    }
}
