package aiquant.gpu;

import aiquant.gpu.TrialPack.Part;
import aiquant.kernel.backtest.BacktestSummary;
import aiquant.kernel.backtest.DeviceMarket;
import aiquant.kernel.backtest.Market;
import aiquant.kernel.backtest.SeriesCache;
import aiquant.kernel.sweep.SweepRunner;
import aiquant.kernel.sweep.Trial;
import aiquant.kernel.sweep.TrialResult;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

/// Evaluates trials on graphics cards, one thread of the card for each, and what no card can do on the processor.
///
/// Results do not depend on how many cards there are, how much memory they have, when they fail, or how batches and
/// bars are cut; the best results and a sample of the others are replayed on the JVM, and one differing bit ends the
/// sweep.
final class GpuSweepRunner implements SweepRunner {
    /// Series that others are computed from are kept for a while; the rest lie on the cards only.
    private static final long SERIES_BYTES = 32L << 20;

    private static final long SERIES_AT_LEAST = 16;

    /// Most memory outside the heap for the configurations of one part.
    private static final long PACK_BYTES = 128L << 20;

    /// Batches that are made ready beforehand: the one whose turn it is, and the next.
    private static final int MOST_ANNOUNCED = 2;

    private final Sweep sweep;
    private final SweepRunner processor;
    private final SweepSettings settings;
    private final KernelStructs structs = KernelStructs.of(KernelSource.load());
    private final Notices notices = new Notices();
    private final LongAdder evaluated = new LongAdder();
    private final ExecutorService helpers;
    private final ExecutorService packer;
    private final SeriesCache series;
    private final JvmCheck check;
    private final List<CardWorker> workers;
    private final Deque<Feed> announced = new ArrayDeque<>();

    /// @param cards     at least one
    /// @param opening   opens a card on the thread that is to own it
    /// @param processor does what no card can
    GpuSweepRunner(
            Sweep sweep,
            List<GpuInfo> cards,
            Function<GpuInfo, GpuDevice> opening,
            SweepSettings settings,
            SweepRunner processor) {
        this.sweep = sweep;
        this.processor = processor;
        this.settings = settings;
        helpers = threads("gpu-helper-", settings.helpers());
        packer = threads("gpu-packer-", 1);
        check = new JvmCheck(sweep, settings.checked(), Math.max(1, settings.helpers() / 2));
        check.note("kernels_sha256", KernelSource.load().sha256());
        check.note("ptx_sha256", Ptx.load().map(Ptx::sha256).orElse("none"));
        Market market = sweep.data().market();
        DeviceMarket packed = DeviceMarket.of(sweep.data());
        series = new SeriesCache(market, Math.max(SERIES_BYTES, SERIES_AT_LEAST * Double.BYTES * market.rowCount()));
        SweepSetup setup = new SweepSetup(MarketShape.of(packed), structs, settings, series, helpers);
        workers =
                cards.stream().map(card -> worker(card, opening, setup, packed)).toList();
    }

    private CardWorker worker(
            GpuInfo card, Function<GpuInfo, GpuDevice> opening, SweepSetup setup, DeviceMarket packed) {
        check.note("card", card + ", " + card.uuid() + ", compute capability " + card.capability());
        check.note("driver", "CUDA " + card.cudaVersion());
        return new CardWorker(card, () -> session(opening.apply(card), setup, packed), notices);
    }

    private static CardSession session(GpuDevice device, SweepSetup setup, DeviceMarket packed) {
        boolean isOpen = false;
        try {
            CardSession session = new CardSession(device, setup, packed);
            isOpen = true;
            return session;
        } finally {
            if (!isOpen) {
                device.close();
            }
        }
    }

    private static ExecutorService threads(String name, int count) {
        return Executors.newFixedThreadPool(
                count, Thread.ofPlatform().name(name, 1).daemon().factory());
    }

    private List<CardWorker> alive() {
        return workers.stream().filter(CardWorker::isAlive).toList();
    }

    @Override
    public int batch() {
        long cards = alive().size();
        return cards == 0
                ? processor.batch()
                : (int) Math.min(Integer.MAX_VALUE / 2, Math.max(processor.batch(), cards * settings.batch()));
    }

    @Override
    public synchronized void announce(List<Trial> trials) {
        boolean isWhole = !trials.isEmpty() && trials.size() <= batch();
        if (isWhole && announced.size() < MOST_ANNOUNCED && !alive().isEmpty()) {
            announced.add(feed(trials));
        }
    }

    private Feed feed(List<Trial> trials) {
        long bytes = (long) structs.rules().bytes()
                * (1 + sweep.space().own(trials.getFirst()).size());
        int each = Math.ceilDiv(trials.size(), Math.max(1, alive().size()));
        int part = (int) Math.max(1, Math.min(Math.min(each, settings.batch()), PACK_BYTES / bytes));
        return new Feed(sweep, trials, part, structs.rules(), packer, helpers);
    }

    /// The feed of these trials; those announced before it are not asked for any more.
    private synchronized Feed take(List<Trial> trials) {
        boolean isAnnounced = announced.stream().anyMatch(feed -> feed.isOf(trials));
        while (isAnnounced) {
            Feed first = announced.remove();
            if (first.isOf(trials)) {
                return first;
            }
            first.close();
        }
        return feed(trials);
    }

    @Override
    public Optional<List<TrialResult>> evaluate(List<Trial> trials, BooleanSupplier isCancelled) {
        check.throwIfWrong();
        if (trials.isEmpty()) {
            return Optional.of(List.of());
        }
        TrialResult[] results = new TrialResult[trials.size()];
        if (!alive().isEmpty()) {
            onCards(trials, results, isCancelled);
            check.watch(Arrays.stream(results).filter(Objects::nonNull).toList());
        }
        return onProcessor(trials, results, isCancelled) ? Optional.of(List.of(results)) : Optional.empty();
    }

    private void onCards(List<Trial> trials, TrialResult[] results, BooleanSupplier isCancelled) {
        Feed feed = take(trials);
        try {
            List<Future<?>> running = new ArrayList<>();
            for (CardWorker worker : alive()) {
                running.add(worker.drain(feed, (part, figures) -> keep(trials, part, figures, results), isCancelled));
            }
            Work.all(running);
        } finally {
            feed.close();
        }
    }

    private void keep(List<Trial> trials, Part part, BacktestSummary[] figures, TrialResult[] results) {
        for (int i = 0; i < figures.length; i++) {
            int place = part.place(i);
            results[place] = new TrialResult(trials.get(place), figures[i]);
        }
        evaluated.add(figures.length);
    }

    /// What the cards left; false when it was cancelled.
    private boolean onProcessor(List<Trial> trials, TrialResult[] results, BooleanSupplier isCancelled) {
        List<Integer> left = new ArrayList<>();
        for (int place = 0; place < results.length; place++) {
            if (results[place] == null) {
                left.add(place);
            }
        }
        if (left.isEmpty()) {
            return true;
        }
        if (alive().isEmpty()) {
            notices.add("--gpu: the processor did what no card did, with the same results");
        }
        Optional<List<TrialResult>> done =
                processor.evaluate(left.stream().map(trials::get).toList(), isCancelled);
        for (int i = 0; done.isPresent() && i < left.size(); i++) {
            results[left.get(i)] = done.get().get(i);
        }
        return done.isPresent();
    }

    @Override
    public void confirm(List<TrialResult> best) {
        check.finish(best);
        notices.add("--gpu: %,d results were replayed on the JVM, 0 differing bits".formatted(check.checked()));
    }

    @Override
    public long evaluated() {
        return evaluated.sum()
                + processor.evaluated()
                + workers.stream().mapToLong(CardWorker::underWay).sum();
    }

    @Override
    public long seriesComputed() {
        return series.computed() + processor.seriesComputed();
    }

    @Override
    public List<String> notices() {
        return notices.all();
    }

    @Override
    public void close() {
        check.close();
        synchronized (this) {
            announced.forEach(Feed::close);
            announced.clear();
        }
        workers.forEach(CardWorker::close);
        packer.shutdownNow();
        helpers.shutdownNow();
    }
}
