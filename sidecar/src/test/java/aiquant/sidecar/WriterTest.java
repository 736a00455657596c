package aiquant.sidecar;

import static org.assertj.core.api.Assertions.assertThat;

import aiquant.kernel.market.Candle;
import aiquant.kernel.market.Interval;
import aiquant.kernel.market.Symbol;
import aiquant.sidecar.store.CandleStore;
import aiquant.sidecar.store.Origin;
import aiquant.sidecar.store.StoredCandle;
import aiquant.sidecar.store.StoredCandles;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class WriterTest {

    private static final InstantSource CLOCK = InstantSource.fixed(Instant.EPOCH);
    private static final Symbol BTC = new Symbol("BTC");

    @TempDir
    Path folder;

    private final Counters counters = new Counters();
    private final BlockingQueue<String> outcome = new LinkedBlockingQueue<>();
    private Writer<CandleFileJob> writer;

    @BeforeEach
    void start() {
        writer = new Writer<>(
                "candles",
                100,
                () -> new CandleFileJob.File(
                        CandleStore.open(folder, Interval.H1, CLOCK),
                        rows -> outcome.add("written " + rows.size()),
                        rows -> outcome.add("refused " + rows.size())),
                counters,
                new Progress(CLOCK));
        writer.start(1_000);
    }

    @AfterEach
    void stop() {
        writer.close();
    }

    @Test
    void saysWhenRowsAreOnDisk() throws InterruptedException {
        writer.offer(rows(2));

        assertThat(next()).isEqualTo("written 2");
        assertThat(StoredCandles.read(folder, Interval.H1, BTC, 0, Long.MAX_VALUE)
                        .orElseThrow()
                        .size())
                .isEqualTo(2);
    }

    @Test
    void triesAgainWhenTheFileWasLockedAndCountsIt() throws Exception {
        writer.offer(rows(1));
        next();
        try (Connection other = DriverManager.getConnection("jdbc:sqlite:" + CandleStore.file(folder, Interval.H1));
                Statement statement = other.createStatement()) {
            statement.execute("BEGIN IMMEDIATE");
            writer.offer(rows(3));
            while (counters.writeFailures.get() == 0) {
                Thread.onSpinWait();
            }
            assertThat(counters.lastWriteFailure()).contains("another program is writing to this database");
            statement.execute("ROLLBACK");
        }

        assertThat(next()).isEqualTo("written 3");
        assertThat(counters.droppedRows.get()).isZero();
    }

    @Test
    void givesBackWhatCanNeverBeWritten() throws Exception {
        writer.offer(rows(1));
        next();
        breakTable();

        writer.offer(rows(3));

        assertThat(next()).isEqualTo("refused 3");
        assertThat(counters.droppedRows.get()).isPositive();
    }

    private void breakTable() throws SQLException {
        try (Connection other = DriverManager.getConnection("jdbc:sqlite:" + CandleStore.file(folder, Interval.H1));
                Statement statement = other.createStatement()) {
            statement.execute("DROP TABLE candles");
        }
    }

    private String next() throws InterruptedException {
        return String.valueOf(outcome.poll(30, TimeUnit.SECONDS));
    }

    private static CandleFileJob rows(int count) {
        return new CandleFileJob.Rows(IntStream.range(0, count)
                .mapToObj(i -> new StoredCandle(
                        new Candle(BTC, Interval.H1, i * 3_600_000L, 1, 1, 1, 1, 1), 1, true, Origin.STREAM, i))
                .toList());
    }
}
