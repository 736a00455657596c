package aiquant.exchange.action;

/// What a trigger order protects: a gain or against a loss.
public enum Tpsl {
    TAKE_PROFIT("tp"),
    STOP_LOSS("sl");

    private final String word;

    Tpsl(String word) {
        this.word = word;
    }

    /// The venue's spelling.
    public String word() {
        return word;
    }
}
