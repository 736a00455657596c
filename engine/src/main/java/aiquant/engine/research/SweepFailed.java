package aiquant.engine.research;

/// A sweep whose results are wrong: nothing of it was kept.
public final class SweepFailed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    SweepFailed(String reason, Throwable cause) {
        super(reason, cause);
    }
}
