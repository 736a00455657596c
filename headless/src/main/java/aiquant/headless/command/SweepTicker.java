package aiquant.headless.command;

import aiquant.engine.research.SweepJob;
import aiquant.engine.research.SweepProgress;
import java.io.Console;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// Says how far a sweep is: one line rewritten in a terminal, one line every ten seconds elsewhere.
final class SweepTicker implements AutoCloseable {
    private final SweepJob job;
    private final PrintWriter err;
    private final boolean isTerminal;
    private final CountDownLatch end = new CountDownLatch(1);
    private final long begun = System.nanoTime();
    private final Thread thread;

    private SweepTicker(SweepJob job, PrintWriter err) {
        this.job = job;
        this.err = err;
        isTerminal =
                Optional.ofNullable(System.console()).map(Console::isTerminal).orElse(false);
        thread = Thread.ofVirtual().unstarted(this::tick);
    }

    static SweepTicker start(SweepJob job, PrintWriter err) {
        SweepTicker ticker = new SweepTicker(job, err);
        ticker.thread.start();
        return ticker;
    }

    private void tick() {
        try {
            while (!end.await(isTerminal ? 500 : 10_000, TimeUnit.MILLISECONDS)) {
                show();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void show() {
        SweepProgress progress = job.progress();
        if (progress.trials() == 0) {
            return;
        }
        String line = text(progress, (System.nanoTime() - begun) / 1e9);
        if (isTerminal) {
            err.print("\r" + line + "\u001b[K");
        } else {
            err.println(line);
        }
        err.flush();
    }

    /// The closing line, always shown.
    void last() {
        show();
        if (isTerminal) {
            err.println();
        }
    }

    static String text(SweepProgress progress, double seconds) {
        if (progress.written() > 0) {
            return String.format(Locale.ROOT, "%,d trials done; %,d rows written", progress.done(), progress.written());
        }
        double rate = progress.fresh() / Math.max(seconds, 1e-9);
        return String.format(
                Locale.ROOT,
                "%,d of %,d trials (%.1f %%), %,.1f trials/s, %s left, best %s USD",
                progress.done(),
                progress.trials(),
                100.0 * progress.done() / progress.trials(),
                rate,
                rate > 0 ? Texts.duration((progress.trials() - progress.done()) / rate) : "unknown time",
                Double.isNaN(progress.best()) ? "none" : Texts.signed(progress.best()));
    }

    @Override
    public void close() {
        end.countDown();
    }
}
