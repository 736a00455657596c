package aiquant.engine;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/// A program with a window that shows an engine. The command line finds it with `ServiceLoader`, so that it need not
/// know JavaFX.
public interface EntryPoint {

    /// Shows `engine` until the person closes the window or `closeAfter` is over.
    ///
    /// @return the exit code: 0 unless the window could not be shown
    int run(EngineClient engine, Options options);

    /// Whether this machine has a display to open a window on.
    ///
    /// @param isDisplayNamed whether the environment names one, as X11 and Wayland do
    boolean hasDisplay(boolean isDisplayNamed);

    /// @param dark       dark or light theme
    /// @param closeAfter end by itself, for demonstrations
    /// @param screenshot write a PNG of the window, `width` × `height`, just before the end
    /// @param offScreen  render without a display; needs `closeAfter`
    record Options(
            boolean dark,
            Optional<Duration> closeAfter,
            Optional<Path> screenshot,
            int width,
            int height,
            boolean offScreen) {}
}
