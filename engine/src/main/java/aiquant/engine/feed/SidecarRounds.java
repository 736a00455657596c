package aiquant.engine.feed;

import aiquant.kernel.market.Interval;
import aiquant.kernel.market.Symbol;
import aiquant.sidecar.store.StoreException;
import aiquant.sidecar.wire.CandlesMessage;
import aiquant.sidecar.wire.SidecarClient;
import aiquant.sidecar.wire.SidecarException;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/// The market as a sidecar collects it: first what its databases hold, then every candle as it closes.
///
/// A sidecar that does not answer is waited for, and what was missed meanwhile is read from the databases. Rounds are
/// made by [RoundAssembler]; what they lack is said by [#condition]. A candle that is rewritten after it was passed on
/// counts from the next start on. [#next] ends with nothing when its thread is interrupted.
public final class SidecarRounds implements RoundSource {
    private static final int SPARE_BARS = 3;
    private static final int LIMIT_STEP = 100;
    private static final long CALL_MS = 5_000;
    private static final int WAIT_MS = 250;
    private static final long WISH_MS = 2_000;
    private static final long LONGEST_PAUSE_MS = 2_000;

    private final LiveMarket market;
    private final LiveStart start;
    private final InstantSource clock;
    private final InstantSource wall;
    private final Lifeline lifeline;
    private final SidecarClient client;
    private final StoredMarket databases;
    private final RoundAssembler assembler;
    private final LiveCondition condition;
    private Optional<CandleRounds> stored = Optional.empty();
    /// Symbols whose missing candles may still come; all of them until the sidecar was asked.
    private Set<Symbol> filling;

    private boolean isBegun;
    private boolean isOurs;
    private boolean isBehind;
    private long seq;
    private long wishedMs = Long.MIN_VALUE;
    private long pauseMs;

    /// Called whenever the sidecar did not answer; may start another one.
    public interface Lifeline {
        void lost();
    }

    /// @param start where the ledger's view of this market begins
    /// @param clock the time of the exchange
    /// @param wall  real time
    public SidecarRounds(
            LiveMarket market, LiveStart start, InstantSource clock, InstantSource wall, Lifeline lifeline) {
        this.market = market;
        this.start = start;
        this.clock = clock;
        this.wall = wall;
        this.lifeline = lifeline;
        client = new SidecarClient(market.socket(), CALL_MS, CALL_MS);
        databases = new StoredMarket(market, start, clock);
        assembler = new RoundAssembler(market.symbols(), market.interval(), market.deadlineMs(), market.fillMs());
        condition = new LiveCondition(market, clock);
        filling = Set.copyOf(market.symbols());
    }

    @Override
    public Optional<Round> next() {
        try {
            while (true) {
                Optional<Round> round = isBegun ? pass() : Optional.empty();
                if (round.isPresent()) {
                    return round;
                }
                work();
            }
        } catch (InterruptedException e) {
            client.close();
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private Optional<Round> pass() {
        Optional<Round> old = stored.flatMap(CandleRounds::next);
        if (old.isPresent()) {
            return old;
        }
        stored = Optional.empty();
        Optional<Round> round = assembler.next(clock.millis(), filling);
        if (round.isPresent()) {
            filling = Set.copyOf(market.symbols());
        }
        return round;
    }

    /// One conversation with the sidecar.
    private void work() throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        try {
            wish();
            if (!isOurs) {
                lost("the one at " + market.socket() + " collects from elsewhere");
            } else if (!isBegun) {
                begin();
            } else {
                listen();
                pauseMs = 0;
            }
        } catch (SidecarException e) {
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            lost(String.valueOf(e.getMessage()));
        } catch (StoreException e) {
            lost(String.valueOf(e.getMessage()));
        }
    }

    private void lost(String why) throws InterruptedException {
        condition.lost(why);
        isBehind = true;
        wishedMs = Long.MIN_VALUE;
        lifeline.lost();
        pauseMs = Math.clamp(2 * pauseMs, 100, LONGEST_PAUSE_MS);
        Thread.sleep(pauseMs);
    }

    /// Says what we want, again and again, so that it is known to a sidecar that was started meanwhile, too; and sees
    /// whether that one is still about our exchange.
    private void wish() throws SidecarException {
        long nowMs = wall.millis();
        if (wishedMs != Long.MIN_VALUE && Math.abs(nowMs - wishedMs) < WISH_MS) {
            return;
        }
        long bars = (clock.millis() - databases.firstMs()) / market.interval().lengthMs() + SPARE_BARS;
        int limit = (int) ((bars / LIMIT_STEP + 1) * LIMIT_STEP);
        client.ensureStarted(
                market.clientId(), market.symbols(), Optional.of(market.interval()), limit, Optional.empty());
        isOurs = market.address().isEmpty()
                || market.address().equals(client.stats().path("exchange").asText());
        wishedMs = nowMs;
    }

    /// Waits until the history is there, then reads it. What is announced from then on comes by the socket.
    private void begin() throws SidecarException, InterruptedException {
        long giveUpMs = wall.millis() + market.startMs();
        SidecarClient.Readiness ready = client.candlesReady(market.symbols(), market.interval());
        int notReady = ready.notReady().size();
        while (!ready.isReady() && wall.millis() < giveUpMs) {
            if (ready.notReady().size() < notReady) {
                notReady = ready.notReady().size();
                giveUpMs = wall.millis() + market.startMs();
            }
            condition.waitingFor(ready.notReady());
            wish();
            seq = client.waitCandles(market.symbols(), market.interval(), seq, WAIT_MS)
                    .nextSeq();
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            ready = client.candlesReady(market.symbols(), market.interval());
        }
        seq = client.waitCandles(List.of(), market.interval(), seq, WAIT_MS).nextSeq();
        stored = databases.begin(assembler);
        condition.heard(assembler);
        isBegun = true;
        isBehind = false;
    }

    private void listen() throws SidecarException {
        CandlesMessage news = client.waitCandles(market.symbols(), market.interval(), seq, WAIT_MS);
        news.candles().stream()
                .filter(told -> told.isClosed() && told.candle().interval() == market.interval())
                .forEach(told -> assembler.add(told.candle(), clock.millis()));
        boolean isOverdue = assembler.isOverdue(clock.millis());
        if (isBehind || news.isIncomplete() || isOverdue) {
            databases.catchUp(assembler);
        }
        seq = news.nextSeq();
        isBehind = false;
        if (isOverdue && !assembler.missing().isEmpty()) {
            filling = Set.copyOf(
                    client.candlesReady(assembler.missing(), market.interval()).notReady());
        }
        condition.heard(assembler);
    }

    @Override
    public List<Symbol> symbols() {
        return market.symbols();
    }

    @Override
    public Interval interval() {
        return market.interval();
    }

    @Override
    public OptionalLong total() {
        return OptionalLong.empty();
    }

    @Override
    public String label() {
        return market.name();
    }

    @Override
    public String identity() {
        return market.identity() + start.text();
    }

    @Override
    public boolean isLive() {
        return true;
    }

    @Override
    public long decidesFromMs() {
        return start.decideMs();
    }

    @Override
    public String condition() {
        return condition.text();
    }

    @Override
    public long staleAfterMs() {
        return market.interval().lengthMs() + market.deadlineMs();
    }
}
