package aiquant.desktop.error;

import aiquant.desktop.figures.Times;
import aiquant.engine.EngineView;
import java.util.Optional;
import java.util.stream.Collectors;

/// Notices, once, that the engine's loop has failed, and says what the engine says about it.
public final class EngineFailure {

    private boolean failed;

    /// The report of a failure that began with this view.
    public Optional<ErrorReport> noticed(EngineView view) {
        boolean before = failed;
        failed = view.runState() == EngineView.RunState.FAILED;
        if (!failed || before) {
            return Optional.empty();
        }
        String causes = view.kill().causes().stream()
                .map(cause -> cause.origin() + ": " + cause.reason())
                .collect(Collectors.joining("; "));
        return Optional.of(ErrorReport.of(
                "The engine stopped working and sends nothing any more. "
                        + (causes.isEmpty() ? "The ledger says more." : causes),
                "engine failed at " + Times.stamp(view.clockMs()) + " UTC\nledger entry " + view.sequence() + "\n"
                        + view.ledger().path() + "\n" + causes));
    }
}
