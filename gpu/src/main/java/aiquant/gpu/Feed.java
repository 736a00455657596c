package aiquant.gpu;

import aiquant.gpu.TrialPack.Part;
import aiquant.kernel.sweep.SweepRunner.Sweep;
import aiquant.kernel.sweep.Trial;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;

/// The trials of one batch on their way to the cards: sorted, cut into parts, the next part packed while the ones
/// before it run. Safe for many threads.
final class Feed {
    private static final long LOOK_MS = 20;

    private final Sweep sweep;
    private final List<Trial> trials;
    private final StructWriter rules;
    private final ExecutorService packer;
    private final ExecutorService helpers;
    private final int partSize;
    private final int[] order;
    private final Deque<Part> returned = new ArrayDeque<>();
    private final Set<TrialPack> open = new HashSet<>();
    private int packed;
    private Optional<Future<Part>> ahead = Optional.empty();

    /// @param partSize how many trials a card gets at once
    /// @param packer   one thread that puts packs together
    /// @param helpers  many threads that compile configurations for it
    Feed(
            Sweep sweep,
            List<Trial> trials,
            int partSize,
            StructWriter rules,
            ExecutorService packer,
            ExecutorService helpers) {
        this.sweep = sweep;
        this.trials = trials;
        this.partSize = partSize;
        this.rules = rules;
        this.packer = packer;
        this.helpers = helpers;
        order = TrialOrder.of(sweep.space(), trials);
        packNext();
    }

    boolean isOf(List<Trial> others) {
        return trials == others;
    }

    private void packNext() {
        if (packed == order.length) {
            ahead = Optional.empty();
            return;
        }
        int to = Math.min(packed + partSize, order.length);
        int[] places = Arrays.copyOfRange(order, packed, to);
        packed = to;
        ahead = Optional.of(packer.submit(() -> TrialPack.of(sweep, trials, places, rules, helpers)));
    }

    /// What is to be run next; empty when nothing is left or it was cancelled.
    ///
    /// @throws IllegalArgumentException if a trial's parameters contradict each other
    synchronized Optional<Part> next(BooleanSupplier isCancelled) {
        if (!returned.isEmpty()) {
            return Optional.of(returned.remove());
        }
        while (ahead.isPresent() && !isCancelled.getAsBoolean()) {
            try {
                Part part = ahead.get().get(LOOK_MS, TimeUnit.MILLISECONDS);
                open.add(part.pack());
                packNext();
                return Optional.of(part);
            } catch (TimeoutException stillPacking) {
                // Then it may have been cancelled.
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted while waiting for packed trials", e);
            } catch (ExecutionException e) {
                ahead = Optional.empty();
                throw Work.failure(e);
            }
        }
        return Optional.empty();
    }

    /// A card could not finish these; another one may.
    synchronized void giveBack(Part part) {
        returned.add(part);
    }

    /// All of a part has been run.
    synchronized void done(Part part) {
        open.remove(part.pack());
        part.pack().close();
    }

    /// Waits for what is being packed and gives all memory back.
    synchronized void close() {
        ahead.ifPresent(packing -> {
            try {
                packing.get().pack().close();
            } catch (ExecutionException failed) {
                // It has no memory then.
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        ahead = Optional.empty();
        open.forEach(TrialPack::close);
        open.clear();
    }
}
