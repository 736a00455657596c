package aiquant.gpu;

import aiquant.gpu.TrialPack.Part;
import aiquant.kernel.backtest.BacktestSummary;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/// The thread that one card belongs to. Everything but [#isAlive] and [#underWay] happens on it.
final class CardWorker implements AutoCloseable {
    private final GpuInfo card;
    private final Notices notices;
    private final ExecutorService thread;
    private final Future<?> opened;
    private volatile Optional<CardSession> session = Optional.empty();
    private volatile boolean isAlive = true;
    private boolean isFew;

    /// Where results go: how the part's first trials came out.
    interface Sink {
        void take(Part part, BacktestSummary[] results);
    }

    /// @param opening opens the card, on the worker's thread
    CardWorker(GpuInfo card, Supplier<CardSession> opening, Notices notices) {
        this.card = card;
        this.notices = notices;
        thread = Executors.newSingleThreadExecutor(
                Thread.ofPlatform().name("gpu-" + card.ordinal()).daemon().factory());
        opened = thread.submit(() -> open(opening));
    }

    private void open(Supplier<CardSession> opening) {
        try {
            session = Optional.of(opening.get());
        } catch (GpuUnavailable e) {
            giveUp("--gpu: " + e.getMessage());
        } catch (GpuException e) {
            lost(e);
        }
    }

    /// Whether the card can be given work.
    boolean isAlive() {
        return isAlive;
    }

    long underWay() {
        return session.map(CardSession::underWay).orElse(0L);
    }

    /// Runs parts until none is left, or the card fails, or it is cancelled.
    Future<?> drain(Feed feed, Sink sink, BooleanSupplier isCancelled) {
        return thread.submit((Callable<?>) () -> {
            opened.get(); // ended before this began; what made it fail is not to be lost
            while (isAlive && session.isPresent() && !isCancelled.getAsBoolean()) {
                Optional<Part> part = feed.next(isCancelled);
                if (part.isEmpty()) {
                    break;
                }
                run(session.get(), part.get(), feed, sink, isCancelled);
            }
            return this;
        });
    }

    private void run(CardSession card, Part part, Feed feed, Sink sink, BooleanSupplier isCancelled) {
        Part left = part;
        while (left.size() > 0) {
            try {
                Part some = left.first(card.fitting(left));
                sayIfFew(some, left);
                Optional<BacktestSummary[]> results = card.run(some, isCancelled);
                if (results.isEmpty()) {
                    feed.giveBack(left);
                    return;
                }
                sink.take(some, results.get());
                left = left.after(some.size());
            } catch (GpuUnavailable e) {
                giveUp("--gpu: card " + this.card + ": " + e.getMessage());
                feed.giveBack(left);
                return;
            } catch (GpuException e) {
                if (!e.isOutOfMemory() || !halved(card, left, e)) {
                    lost(e);
                    feed.giveBack(left);
                    return;
                }
            }
        }
        feed.done(part);
    }

    private void sayIfFew(Part some, Part left) {
        if (some.size() < Math.min(left.size(), SweepSettings.FEW) && !isFew) {
            isFew = true;
            notices.add(
                    "--gpu: card %s has memory for few configurations at a time, %,d to begin with, and is mostly idle"
                            .formatted(card, some.size()));
        }
    }

    private boolean halved(CardSession card, Part left, GpuException cause) {
        try {
            if (!card.halve(left)) {
                return false;
            }
        } catch (GpuException e) {
            return false;
        }
        notices.add("--gpu: card %s has less memory than it said (%s); it goes on with half as much"
                .formatted(this.card, cause.getMessage()));
        return true;
    }

    private void lost(GpuException e) {
        giveUp("--gpu: card " + card + " is given up: " + e.getMessage());
    }

    /// What the card had not finished is done elsewhere.
    private void giveUp(String why) {
        isAlive = false;
        notices.add(why);
        session.ifPresent(CardSession::close);
        session = Optional.empty();
    }

    @Override
    public void close() {
        thread.submit(() -> {
            session.ifPresent(CardSession::close);
            session = Optional.empty();
        });
        thread.close();
    }
}
