package aiquant.desktop.bridge;

import java.util.concurrent.Executor;
import javafx.application.Platform;

/// The JavaFX thread as an executor: at once when already on it, queued otherwise.
public enum FxThread implements Executor {
    FX;

    @Override
    public void execute(Runnable task) {
        if (Platform.isFxApplicationThread()) {
            task.run();
        } else {
            Platform.runLater(task);
        }
    }
}
