package aiquant.desktop.app;

import static java.util.Objects.requireNonNull;

import aiquant.engine.EngineClient;
import aiquant.engine.EntryPoint.Options;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.scene.image.WritableImage;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/// One window from opening to closing. Called from a thread that may wait; the toolkit must be running.
final class Session {

    private final EngineClient engine;
    private final Options options;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final AtomicReference<@Nullable Workstation> workstation = new AtomicReference<>();

    Session(EngineClient engine, Options options) {
        this.engine = engine;
        this.options = options;
    }

    /// @return 0, or 1 if the window could not be opened or its picture not be written
    int run() {
        var before = Thread.getDefaultUncaughtExceptionHandler();
        Thread.setDefaultUncaughtExceptionHandler((_, failure) -> report(failure));
        try {
            Stage stage = onFx(this::open);
            await();
            int code = writePicture();
            onFx(() -> close(stage));
            return code;
        } catch (CompletionException failure) {
            System.err.println("The window could not be shown: " + failure.getCause());
            return 1;
        } finally {
            Thread.setDefaultUncaughtExceptionHandler(before);
        }
    }

    private Stage open() {
        Workstation opened = new Workstation(engine, options.dark());
        workstation.set(opened);
        Stage stage = options.offScreen()
                ? Windows.openOffScreen(opened.root(), options.width(), options.height())
                : Windows.open(opened.root(), options.width(), options.height(), closed::countDown);
        opened.focusFirst();
        return stage;
    }

    private boolean close(Stage stage) {
        stage.close();
        requireNonNull(workstation.get()).close();
        return true;
    }

    private void await() {
        try {
            if (options.closeAfter().isPresent()) {
                Duration limit = options.closeAfter().get();
                closed.await(limit.toMillis(), TimeUnit.MILLISECONDS);
            } else {
                closed.await();
            }
        } catch (InterruptedException _) {
            // Being told to stop is an ordinary end of the window.
            Thread.currentThread().interrupt();
        }
    }

    private int writePicture() {
        if (options.screenshot().isEmpty()) {
            return 0;
        }
        WritableImage image =
                onFx(() -> Picture.take(requireNonNull(workstation.get()).root(), options.width(), options.height()));
        try {
            Picture.write(image, options.screenshot().get());
            return 0;
        } catch (IOException failure) {
            System.err.println("The picture could not be written to "
                    + options.screenshot().get() + ": " + failure.getMessage());
            return 1;
        }
    }

    /// The window stays alive: whatever fails is shown in it, or printed while there is none.
    private void report(Throwable failure) {
        Workstation target = workstation.get();
        if (target == null) {
            failure.printStackTrace();
        } else {
            target.report(failure);
        }
    }

    private static <T> T onFx(Supplier<T> action) {
        return CompletableFuture.supplyAsync(action, Platform::runLater).join();
    }
}
