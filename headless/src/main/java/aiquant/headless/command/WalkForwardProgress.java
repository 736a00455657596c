package aiquant.headless.command;

import aiquant.engine.research.Fold;
import aiquant.engine.research.TrialTally;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// Lines on how far a walk-forward is: now and then while a fold is searched, and at the end of each.
///
/// Time left is estimated from the trials done, weighed by the length of their training windows.
final class WalkForwardProgress {

    private static final long EVERY_S = 5;

    private final PrintWriter err;
    private final List<Fold> folds;
    private final long trialsPerFold;
    private final long begunNanos = System.nanoTime();

    WalkForwardProgress(PrintWriter err, List<Fold> folds, long trialsPerFold) {
        this.err = err;
        this.folds = folds;
        this.trialsPerFold = Math.max(1, trialsPerFold);
    }

    /// Reports on a fold while `work` runs.
    void during(Fold fold, TrialTally tally, Runnable work) {
        CountDownLatch done = new CountDownLatch(1);
        Thread.ofPlatform().daemon().name("progress").start(() -> report(fold, tally, done));
        try {
            work.run();
        } finally {
            done.countDown();
        }
    }

    private void report(Fold fold, TrialTally tally, CountDownLatch done) {
        try {
            while (!done.await(EVERY_S, TimeUnit.SECONDS)) {
                print(fold, tally, "");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    void ended(Fold fold, TrialTally tally, double inSampleUsd, double outOfSampleUsd) {
        print(
                fold,
                tally,
                ", in sample %s, out of sample %s USD"
                        .formatted(Texts.signed(inSampleUsd), Texts.signed(outOfSampleUsd)));
    }

    private void print(Fold fold, TrialTally tally, String more) {
        double share = share(fold.number() - 1, (double) tally.count() / trialsPerFold);
        double elapsedS = (System.nanoTime() - begunNanos) / 1e9;
        String left =
                share >= 1 || share <= 0 ? "" : ", about " + Texts.duration(elapsedS / share * (1 - share)) + " left";
        err.println(String.format(
                Locale.ROOT,
                "fold %d of %d: %,d of %,d trials%s, %s so far%s",
                fold.number(),
                folds.size(),
                tally.count(),
                trialsPerFold,
                more,
                Texts.duration(elapsedS),
                left));
        err.flush();
    }

    /// How much of all training is done.
    private double share(int foldsDone, double ofNext) {
        double done = 0;
        double all = 0;
        for (int i = 0; i < folds.size(); i++) {
            double length = folds.get(i).trainToMs() - folds.get(i).trainFromMs();
            all += length;
            done += i < foldsDone ? length : i == foldsDone ? length * Math.min(1, ofNext) : 0;
        }
        return done / all;
    }
}
