package aiquant.desktop.command;

/// One sentence about what became of an action, shown for a few seconds.
public record Notice(String text, Kind kind) {

    public enum Kind {
        DONE,
        REFUSED,
        FAILED
    }
}
