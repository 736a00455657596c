package aiquant.sidecar.store;

import static org.assertj.core.api.Assertions.assertThat;

import aiquant.kernel.market.Candle;
import aiquant.kernel.market.Interval;
import aiquant.kernel.market.Symbol;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PartitionsTest {

    private static final InstantSource NOW = InstantSource.fixed(Instant.parse("2025-03-11T00:00:00Z"));
    private static final long START = Instant.parse("2025-01-30T00:00:00Z").toEpochMilli();
    private static final long HOUR = 3_600_000;

    @TempDir
    Path folder;

    private Partitions.Plan plan;

    /// Four days of hours: two in January, two in February.
    @BeforeEach
    void haveCandlesOfTwoMonths() {
        try (CandleStore store = CandleStore.open(folder, Interval.H1, NOW)) {
            store.append(LongStream.range(0, 96).mapToObj(PartitionsTest::row).toList());
        }
        plan = Partitions.Plan.of(folder, Interval.H1).keepingDays(37);
    }

    @Test
    void onlyCountsUnlessToldToApply() {
        Partitions.Outcome outcome = Partitions.run(plan, NOW);

        assertThat(outcome.months())
                .extracting(month -> month.month() + " " + month.old() + " " + month.copied() + " " + month.deleted())
                .containsExactly("2025-01 48 0 0", "2025-02 24 0 0");
        assertThat(folder.resolve("partitions")).doesNotExist();
    }

    @Test
    void copiesAgainWithoutDoublingAndDeletesOnlyWhenTold() {
        Partitions.run(plan.applied(), NOW);

        Partitions.Outcome again = Partitions.run(plan.applied().deleting().vacuuming(), NOW);

        assertThat(again.months())
                .extracting(month -> month.month() + " " + month.old() + " " + month.copied() + " " + month.deleted())
                .containsExactly("2025-01 48 0 48", "2025-02 24 0 24");
        assertThat(Given.query(CandleStore.file(folder, Interval.H1), "SELECT count(*) FROM candles"))
                .containsExactly("24");
        assertThat(Given.query(folder.resolve("partitions/1h/candles_1h_2025-01.db"), "SELECT count(*) FROM candles"))
                .containsExactly("48");
    }

    @Test
    void readersSeeTheSameCandlesAsBefore() {
        List<String> all =
                List.of(folder.toString(), folder.resolve("partitions/1h").toString());
        List<String> before = Given.bars(CandleReader.read(CandleQuery.of(all.subList(0, 1), Interval.H1))
                .series());

        Partitions.run(plan.applied().deleting(), NOW);

        assertThat(Given.bars(
                        CandleReader.read(CandleQuery.of(all, Interval.H1)).series()))
                .isEqualTo(before);
    }

    @Test
    void refusesWhatCannotBeMeant() {
        assertThat(Partitions.run(plan.deleting(), NOW).code()).isEqualTo(2);
        assertThat(Partitions.run(plan.applied().vacuuming(), NOW).code()).isEqualTo(2);
        assertThat(Partitions.run(plan.keepingDays(0), NOW).code()).isEqualTo(2);
        assertThat(Partitions.run(Partitions.Plan.of(folder, Interval.M5), NOW).code())
                .isEqualTo(3);
    }

    @Test
    void takesADatabaseOfAnotherProgram() {
        Path other = folder.resolve("other");
        assertThat(other.toFile().mkdir()).isTrue();
        Given.plainDatabase(CandleStore.file(other, Interval.H1), "'BTC', '1h', " + START + ", 1, 1, 1, 1, 1");
        Partitions.Plan foreign = Partitions.Plan.of(other, Interval.H1).keepingDays(1);

        assertThat(Partitions.run(foreign, NOW).months()).hasSize(1);
        assertThat(Partitions.run(foreign.applied().deleting(), NOW).months())
                .extracting(Partitions.Month::deleted)
                .containsExactly(1L);
    }

    private static StoredCandle row(long hour) {
        Candle candle = new Candle(new Symbol("BTC"), Interval.H1, START + hour * HOUR, 1, 2, 0.5, 1.5, hour);
        return new StoredCandle(candle, 7, true, Origin.REST, 1);
    }
}
