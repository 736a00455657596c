package aiquant.engine;

/// Where orders go. `DEMO` and `REPLAY` are paper on generated and on recorded candles.
public enum Mode {
    PAPER("PAPER"),
    DEMO("DEMO"),
    REPLAY("REPLAY"),
    DRY_LIVE("DRY LIVE"),
    LIVE("LIVE");

    private final String label;

    Mode(String label) {
        this.label = label;
    }

    /// As the mode strip shows it.
    public String label() {
        return label;
    }
}
