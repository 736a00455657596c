package aiquant.engine;

import java.util.EnumMap;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/// When the next process is killed: spread over the whole market by a seed, and aimed so that the delicate moments are
/// hit often enough. What counts is where the process really was.
final class KillPlan {
    private static final long LONGEST_DELAY_NANOS = 6_000_000;
    private static final long LONGEST_START_NANOS = 700_000_000;
    private static final long PATIENCE_NANOS = TimeUnit.MINUTES.toNanos(2);

    private final Random random;
    private final int wanted;
    private final int rounds;
    private final Map<Phase, Integer> hits = new EnumMap<>(Phase.class);

    private enum Aim {
        /// Any time after the process began, also while it starts.
        ANY,
        STEP,
        COMMIT,
        FILL
    }

    KillPlan(long seed, int wanted, int rounds) {
        random = new Random(seed);
        this.wanted = wanted;
        this.rounds = rounds;
    }

    boolean isFulfilled() {
        return kills() >= wanted && inStep() >= wanted / 2 && betweenOrderAndFill() >= wanted / 5;
    }

    /// Waits for the moment and kills the process.
    void kill(Process child, PhaseFile phases) throws InterruptedException {
        Aim aim = nextAim();
        if (aim == Aim.ANY) {
            LockSupport.parkNanos(random.nextLong(LONGEST_START_NANOS));
        } else {
            // The market's last tenth is kept for the shots that missed.
            awaitRounds(child, phases, Math.min(rounds - 2, rounds * 9 * kills() / (10 * wanted) + random.nextInt(3)));
            LockSupport.parkNanos(random.nextLong(LONGEST_DELAY_NANOS));
            await(child, phases, aim);
        }
        child.destroyForcibly().waitFor();
        hits.merge(phases.phase(), 1, Integer::sum);
        if (phases.phase() == Phase.DONE) {
            throw new IllegalStateException("the market was over before the last kill; " + summary());
        }
    }

    private Aim nextAim() {
        int turn = random.nextInt(10);
        if (kills() >= wanted) {
            return betweenOrderAndFill() < wanted / 5 ? Aim.FILL : Aim.COMMIT;
        }
        return turn == 0 ? Aim.ANY : turn < 4 ? Aim.FILL : turn < 8 ? Aim.COMMIT : Aim.STEP;
    }

    private static void await(Process child, PhaseFile phases, Aim aim) {
        Phase wanted = switch (aim) {
            case ANY -> phases.phase();
            case STEP -> Phase.IN_STEP;
            case COMMIT -> Phase.IN_COMMIT;
            case FILL -> Phase.BETWEEN_ORDER_AND_FILL;
        };
        while (phases.phase() != wanted && phases.phase() != Phase.DONE && child.isAlive()) {
            Thread.onSpinWait();
        }
    }

    /// Waits until the engine has this many rounds behind it.
    static void awaitRounds(Process child, PhaseFile phases, int rounds) {
        long patience = System.nanoTime() + PATIENCE_NANOS;
        while (phases.phase() == Phase.STARTING || phases.rounds() < rounds) {
            if (!child.isAlive() || System.nanoTime() > patience) {
                throw new IllegalStateException(
                        "the engine is at round " + phases.rounds() + " and never came to round " + rounds);
            }
            LockSupport.parkNanos(100_000);
        }
    }

    int kills() {
        return hits.values().stream().mapToInt(Integer::intValue).sum();
    }

    int inStep() {
        return hits(Phase.IN_STEP) + hits(Phase.IN_COMMIT);
    }

    int betweenOrderAndFill() {
        return hits(Phase.BETWEEN_ORDER_AND_FILL);
    }

    private int hits(Phase phase) {
        return hits.getOrDefault(phase, 0);
    }

    String summary() {
        return "killed %d times: %d in a step (%d of them in a commit), %d between order and fill, %d between steps, %d while starting"
                .formatted(
                        kills(),
                        inStep(),
                        hits(Phase.IN_COMMIT),
                        betweenOrderAndFill(),
                        hits(Phase.IDLE),
                        hits(Phase.STARTING));
    }
}
