package aiquant.simulator.order;

/// How the orders of one action belong together.
public enum Grouping {
    NONE("na"),
    /// The first is the parent, the trigger orders after it wait until it is filled.
    NORMAL_TPSL("normalTpsl"),
    /// Trigger orders that live as long as the position.
    POSITION_TPSL("positionTpsl");

    private final String text;

    Grouping(String text) {
        this.text = text;
    }

    public String text() {
        return text;
    }
}
