package aiquant.engine.research;

import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/// A process that takes a sweep up, says `now` in the middle of its fourth chunk, and stands still until it is killed.
final class KillableSweep {
    private static final int TRIALS = 3 * 256 + 100;

    private KillableSweep() {}

    public static void main(String[] arguments) throws Exception {
        Path folder = Path.of(arguments[0]);
        SweepRuns runs = new SweepRuns(folder, folder.resolve("strategy.yaml"), folder.resolve("sweep.yaml"));
        SweepRequest request = SweepKillTest.request(runs, "killed.jsonl", Integer.parseInt(arguments[1]));
        AtomicInteger looks = new AtomicInteger();
        SweepRuns.run(SweepRuns.resumed(request), () -> looks.incrementAndGet() > TRIALS && standStill());
    }

    private static boolean standStill() {
        System.out.println("now");
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return false;
    }
}
