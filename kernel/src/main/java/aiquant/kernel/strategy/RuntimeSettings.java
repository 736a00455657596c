package aiquant.kernel.strategy;

/// Profile and back ends named by a strategy file: the `runtime` section. Only the profile changes decisions.
public record RuntimeSettings(String profile, String stateBackend, String auditSink) {

    public static final RuntimeSettings DEFAULTS = new RuntimeSettings("", "sqlite", "sqlite");
}
