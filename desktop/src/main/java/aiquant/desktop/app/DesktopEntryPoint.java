package aiquant.desktop.app;

import aiquant.engine.EngineClient;
import aiquant.engine.EntryPoint;
import java.awt.GraphicsEnvironment;
import java.util.Locale;
import java.util.logging.Level;
import java.util.logging.Logger;
import javafx.application.Platform;

/// Starts the toolkit and shows the workstation; found as a service, so that the command line need not know JavaFX.
public final class DesktopEntryPoint implements EntryPoint {

    /// Held, because loggers nobody holds forget their level. JavaFX warns at each start that it runs from the class
    /// path, which it does on purpose here.
    private static final Logger TOOLKIT_LOG = Logger.getLogger("javafx");

    /// For the service loader.
    public DesktopEntryPoint() {}

    @Override
    public int run(EngineClient engine, Options options) {
        if (options.offScreen() && options.closeAfter().isEmpty()) {
            throw new IllegalArgumentException("off-screen needs closeAfter: nobody could close the window");
        }
        if (options.offScreen()) {
            System.setProperty("glass.platform", "Headless");
            System.setProperty("prism.order", "sw");
        }
        TOOLKIT_LOG.setLevel(Level.SEVERE);
        Platform.startup(() -> Platform.setImplicitExit(false));
        try {
            return new Session(engine, options).run();
        } finally {
            Platform.exit();
        }
    }

    @Override
    public boolean hasDisplay(boolean isDisplayNamed) {
        return hasDisplay(System.getProperty("os.name", ""), isDisplayNamed, GraphicsEnvironment.isHeadless());
    }

    static boolean hasDisplay(String system, boolean isDisplayNamed, boolean headless) {
        String name = system.toLowerCase(Locale.ROOT);
        if (name.contains("win") || name.contains("mac")) {
            return !headless;
        }
        return isDisplayNamed;
    }
}
