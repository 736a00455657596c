package aiquant.gpu;

/// No card can be used here, or not the one that was asked for; work goes on without it.
///
/// The message is one line for the person: what is missing, and what would help.
public final class GpuUnavailable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public GpuUnavailable(String reason) {
        super(reason);
    }

    GpuUnavailable(String reason, Throwable cause) {
        super(reason, cause);
    }
}
