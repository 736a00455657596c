package aiquant.sidecar;

import static org.assertj.core.api.Assertions.assertThat;

import aiquant.kernel.market.Interval;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// After any trouble the databases hold exactly what happened.
class CandleWorldTest {

    private static final long MINUTE = 60_000;
    private static final long HOUR = 60 * MINUTE;
    private static final long START = 1_760_000_400_000L;

    @TempDir
    Path folder;

    @Test
    void everyDatabaseEqualsTheTruthAfterDropsDuplicatesSilencesAndRestarts() throws IOException {
        for (int seed = 1; seed <= 2; seed++) {
            check(seed, true);
        }
    }

    @Test
    void historyAloneGivesTheSameDatabases() throws IOException {
        check(5, false);
    }

    @Test
    @Tag("soak")
    void everyDatabaseEqualsTheTruthForManySeeds() throws IOException {
        for (int seed = 100; seed < 140; seed++) {
            check(seed, seed % 4 != 0);
        }
    }

    private void check(long seed, boolean isStreamed) throws IOException {
        Path data = Files.createDirectory(folder.resolve("seed" + seed));
        long listedMs = START - 5 * HOUR;
        long endMs = START + 4 * HOUR;
        List<Truth> truths = List.of(
                new Truth("BTC", Interval.M1, START - 40 * HOUR, endMs, 0.1, seed),
                new Truth("kPEPE", Interval.M1, listedMs, endMs, 0.6, seed + 1),
                new Truth("BTC", Interval.M5, START - 40 * HOUR, endMs, 0.05, seed + 2));
        CandleSettings settings = new CandleSettings(
                isStreamed, 2_000, MINUTE, 20_000, 1_000, 500, 4, 400, Map.of(Interval.M1, 2 * HOUR), Set.of());
        try (CandleWorld world = new CandleWorld(data, truths, settings, 100, START, seed)) {
            world.run(2 * HOUR, 1_000);
            world.heal();
            world.run(HOUR, 1_000);

            for (Truth truth : truths) {
                SeriesHealth health = world.health(truth.key).orElseThrow();
                assertThat(health.isReady()).as("seed %d: %s", seed, health).isTrue();
                long lengthMs = truth.key.interval().lengthMs();
                long lastMs = Math.floorDiv(world.nowMs() - 10_000, lengthMs) * lengthMs - lengthMs;
                List<MarketBar> found = closed(data, truth.key, lastMs);
                assertThat(found)
                        .as("seed %d: %s", seed, truth.key)
                        .isEqualTo(truth.bars(found.getFirst().openTimeMs(), lastMs));
                assertThat(found.getFirst().openTimeMs())
                        .isLessThanOrEqualTo(Math.max(truth.listedMs, world.nowMs() - 3 * HOUR));
            }
            assertThat(world.questions).isLessThan(8_000);
        }
    }

    private static List<MarketBar> closed(Path folder, SeriesKey key, long lastMs) {
        List<MarketBar> bars = new ArrayList<>();
        String sql = "SELECT t, o, h, l, c, v, n FROM candles WHERE symbol = ? AND closed = 1 AND t <= ? ORDER BY t";
        try (Connection connection = DriverManager.getConnection(
                        "jdbc:sqlite:" + folder.resolve("candles_" + key.interval() + ".db"));
                PreparedStatement select = connection.prepareStatement(sql)) {
            select.setString(1, key.symbol().name());
            select.setLong(2, lastMs);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    bars.add(new MarketBar(
                            row.getLong(1),
                            row.getDouble(2),
                            row.getDouble(3),
                            row.getDouble(4),
                            row.getDouble(5),
                            row.getDouble(6),
                            row.getLong(7)));
                }
            }
            return bars;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
