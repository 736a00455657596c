package aiquant.config;

/// A setting that cannot be used, and exactly where it stands.
///
/// The message is complete for a person: `strategy.yaml:12:5: unknown key 'foo' in global.trade; ...`. Nothing of the
/// refused file has taken effect.
public final class ConfigError extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String file;
    private final int line;
    private final int column;
    private final String problem;

    ConfigError(Place place, String problem) {
        super(place + ": " + problem);
        this.file = place.file();
        this.line = place.line();
        this.column = place.column();
        this.problem = problem;
    }

    ConfigError(Place place, String problem, Throwable cause) {
        this(place, problem);
        initCause(cause);
    }

    public String file() {
        return file;
    }

    /// Counted from 1; 0 where the problem is not in one line.
    public int line() {
        return line;
    }

    /// Counted from 1; 0 where the problem is not in one line.
    public int column() {
        return column;
    }

    /// The message without the place.
    public String problem() {
        return problem;
    }
}
