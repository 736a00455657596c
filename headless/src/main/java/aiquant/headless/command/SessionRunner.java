package aiquant.headless.command;

import aiquant.config.Environment;
import aiquant.engine.EngineClient;
import aiquant.engine.EngineView;
import aiquant.engine.EntryPoint;
import aiquant.engine.EntryPoint.Options;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// Shows a running session in a window or as a text table, until the person, the clock or the market ends it.
final class SessionRunner {
    private static final int WIDTH = 1600;
    private static final int HEIGHT = 1000;
    private static final long LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

    private final PaperSession session;
    private final RunOptions options;
    private final PrintWriter out;
    private final PrintWriter err;
    private final CountDownLatch stopped = new CountDownLatch(1);

    SessionRunner(PaperSession session, RunOptions options, PrintWriter out, PrintWriter err) {
        this.session = session;
        this.options = options;
        this.out = out;
        this.err = err;
    }

    /// @return the exit code
    int run() throws InterruptedException {
        Thread onSignal = Thread.ofPlatform().unstarted(() -> {
            stopped.countDown();
            session.close();
        });
        Runtime.getRuntime().addShutdownHook(onSignal);
        session.engine().start();
        session.engine().awaitHistory();
        int code = show();
        boolean hasFailed = session.engine().failure().isPresent();
        String failure = session.engine().failure().text();
        session.close();
        report(hasFailed, failure);
        return hasFailed ? 1 : code;
    }

    private int show() throws InterruptedException {
        Optional<EntryPoint> workstation = ServiceLoader.load(EntryPoint.class).findFirst();
        boolean hasDisplay = workstation
                .map(window -> window.hasDisplay(Environment.system().isDisplayNamed()))
                .orElse(false);
        if (!options.headless && hasDisplay) {
            try {
                return workstation.orElseThrow().run(session.engine(), window(false));
            } catch (UnsupportedOperationException e) {
                err.println("The window cannot be opened (" + e.getMessage() + "): showing a text table instead.");
                err.flush();
            }
        } else if (!options.headless) {
            err.println(
                    workstation.isEmpty()
                            ? "This build has no workstation: showing a text table instead."
                            : "There is no display here: showing a text table instead.");
            err.flush();
        }
        if (options.screenshot().isPresent() && workstation.isEmpty()) {
            throw new IllegalArgumentException("--screenshot needs the workstation, which this build does not have");
        }
        return options.screenshot().isPresent()
                ? tableWithPicture(workstation.orElseThrow())
                : table(options.duration());
    }

    private Options window(boolean offScreen) {
        return new Options(!options.light, options.duration(), options.screenshot(), WIDTH, HEIGHT, offScreen);
    }

    /// The table runs on while the window is drawn where nobody sees it, for its picture.
    private int tableWithPicture(EntryPoint workstation) throws InterruptedException {
        EngineClient engine = session.engine();
        CompletableFuture<Integer> picture = new CompletableFuture<>();
        Thread.ofPlatform().name("off-screen").start(() -> {
            try {
                picture.complete(workstation.run(engine, window(true)));
            } catch (RuntimeException e) {
                picture.completeExceptionally(e);
            }
        });
        int code = table(options.duration());
        int pictureCode = picture.join();
        return Math.max(code, pictureCode);
    }

    private int table(Optional<Duration> duration) throws InterruptedException {
        LiveTable table = new LiveTable(out);
        long end = duration.map(time -> System.nanoTime() + time.toNanos()).orElse(Long.MAX_VALUE);
        long nextShow = System.nanoTime();
        boolean isOver = false;
        while (!isOver) {
            EngineView view = session.engine().view();
            if (System.nanoTime() - nextShow >= 0) {
                table.show(view);
                nextShow = System.nanoTime() + table.pauseNanos();
            }
            boolean hasEnded = view.runState() == EngineView.RunState.FAILED
                    || view.runState() == EngineView.RunState.STOPPED
                    || (view.runState() == EngineView.RunState.FINISHED && duration.isEmpty());
            long left = end == Long.MAX_VALUE ? Long.MAX_VALUE : end - System.nanoTime();
            isOver = hasEnded || left <= 0 || stopped.await(Math.min(left, LOOK_NANOS), TimeUnit.NANOSECONDS);
        }
        table.show(session.engine().view());
        return 0;
    }

    private void report(boolean hasFailed, String failure) {
        EngineView view = session.engine().view();
        Path ledger = session.ledgerFile();
        if (hasFailed) {
            err.println("aiquant: the engine stopped: " + failure);
        }
        err.println(Texts.closing(view, ledger));
        options.screenshot().ifPresent(path -> err.println("picture: " + path));
        err.flush();
    }
}
