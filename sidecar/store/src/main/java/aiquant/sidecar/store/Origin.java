package aiquant.sidecar.store;

/// Where a stored candle came from.
public enum Origin {
    STREAM("ws"),
    REST("rest"),
    IMPORT("import"),
    ARCHIVE("archive");

    private final String text;

    Origin(String text) {
        this.text = text;
    }

    /// As the column `source` has it.
    public String text() {
        return text;
    }
}
