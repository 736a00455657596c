package aiquant.sidecar.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import aiquant.kernel.market.FundingSeries;
import aiquant.kernel.market.Symbol;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FundingStoreTest {

    private static final Symbol BTC = new Symbol("BTC");

    @TempDir
    Path folder;

    @Test
    void readsBackWhatItWrote() {
        try (FundingStore store = FundingStore.open(folder)) {
            assertThat(store.append(List.of(
                            new FundingSample(new Symbol("kPEPE"), 7, -0.5, OptionalDouble.of(0.25)),
                            sample(3_600_097, 0.0001),
                            sample(68, 0.0000125))))
                    .isEqualTo(3);
        }

        assertThat(read(folder, 0, Long.MAX_VALUE))
                .containsExactly("BTC 68 1.25E-5", "BTC 3600097 1.0E-4", "kPEPE 7 -0.5");
        assertThat(read(folder, 68, 68)).containsExactly("BTC 68 1.25E-5");
    }

    @Test
    void replacesARateAndKeepsThePremiumUntilAnotherIsKnown() {
        try (FundingStore store = FundingStore.open(folder)) {
            store.append(List.of(new FundingSample(BTC, 1, 0.1, OptionalDouble.of(0.25))));

            assertThat(store.append(List.of(sample(1, 0.1)))).isZero();
            assertThat(store.append(List.of(sample(1, 0.2)))).isEqualTo(1);
        }

        assertThat(Given.query(FundingStore.file(folder), "SELECT * FROM funding_rates"))
                .containsExactly("BTC 1 0.2 0.25");
    }

    @Test
    void keepsTheFileToItsOwner() throws IOException {
        assumeTrue(
                folder.getFileSystem().supportedFileAttributeViews().contains("posix"),
                "this file system has no owners");

        FundingStore.open(folder).close();

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(FundingStore.file(folder))))
                .isEqualTo("rw-------");
    }

    @Test
    void readsTheTableOfOtherProgramsAndCsvAndKeepsTheRateReadFirst() {
        Path database = Given.database(
                folder.resolve("other.db"),
                "CREATE TABLE funding_rates(symbol TEXT, time INTEGER, funding_rate REAL)",
                "INSERT INTO funding_rates VALUES ('BTC', 5, 0.5), ('BTC', 7, 0.75)");
        Path csv = Given.csv(folder.resolve("x.csv.gz"), Given.FUNDING_HEADER, "BTC,3,0.25", "BTC,5,9");

        assertThat(read(Path.of(database + "," + csv), 0, 10)).containsExactly("BTC 3 0.25", "BTC 5 0.5", "BTC 7 0.75");
        assertThat(read(Path.of(csv + "," + database), 0, 10)).containsExactly("BTC 3 0.25", "BTC 5 9.0", "BTC 7 0.75");
    }

    @Test
    void takesOnlyFundingFromAFolder() {
        Given.csv(folder.resolve("funding/BTC.csv"), Given.FUNDING_HEADER, "BTC,3,0.25");
        Given.candles(folder.resolve("candles/BTC.csv"), "BTC,1h,0,1,1,1,1,1");

        assertThat(read(folder, 0, 10)).containsExactly("BTC 3 0.25");
    }

    @Test
    void refusesAMissingRateByFileSymbolAndTime() {
        Path database = Given.database(
                folder.resolve("funding_rates.db"),
                "CREATE TABLE funding_rates(symbol TEXT, time INTEGER, funding_rate REAL)",
                "INSERT INTO funding_rates VALUES ('BTC', 5, 0), ('BTC', 7, NULL)");

        assertThatThrownBy(() -> read(database, 0, 10))
                .isInstanceOf(StoreException.class)
                .hasMessage(database + ", funding rate of BTC at time = 7: expected a finite rate but found null");
        assertThat(read(database, 0, 6)).containsExactly("BTC 5 0.0");
    }

    @Test
    void saysWhenThereIsNothingToRead() {
        Path candles = Given.candles(folder.resolve("BTC.csv"), "BTC,1h,0,1,1,1,1,1");
        Path funding = Given.csv(folder.resolve("funding.csv"), Given.FUNDING_HEADER, "BTC,3,0.25");

        assertThatThrownBy(() -> read(candles, 0, 10))
                .hasMessage(candles + ", line 1: expected the header '" + Given.FUNDING_HEADER + "' but found '"
                        + Given.CANDLE_HEADER + "'");
        assertThatThrownBy(() -> read(funding, 4, 10))
                .hasMessage(funding + ": no funding rates between 4 and 10 (epoch milliseconds)");
    }

    private static FundingSample sample(long timeMs, double rate) {
        return new FundingSample(BTC, timeMs, rate, OptionalDouble.empty());
    }

    private static List<String> read(Path argument, long fromMs, long toMs) {
        return FundingReader.read(List.of(argument.toString()), fromMs, toMs).stream()
                .flatMap(FundingStoreTest::samples)
                .toList();
    }

    private static Stream<String> samples(FundingSeries series) {
        return Arrays.stream(series.timeMs())
                .mapToObj(time ->
                        series.symbol() + " " + time + " " + series.rate()[Arrays.binarySearch(series.timeMs(), time)]);
    }
}
