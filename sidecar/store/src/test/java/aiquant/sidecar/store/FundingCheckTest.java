package aiquant.sidecar.store;

import static org.assertj.core.api.Assertions.assertThat;

import aiquant.kernel.market.Symbol;
import aiquant.sidecar.store.FundingCheck.Limit;
import aiquant.sidecar.store.FundingCheck.Limits;
import aiquant.sidecar.store.FundingCheck.Report;
import aiquant.sidecar.store.FundingCheck.Severity;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.IntPredicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FundingCheckTest {
    private static final long HOUR_MS = 3_600_000;
    private static final long NOW_MS = 1_000 * HOUR_MS + 1_000_000;
    private static final Symbol BTC = new Symbol("BTC");

    @TempDir
    Path folder;

    @Test
    void passesRatesOfEveryHour() {
        given(_ -> true, 0.0001);

        Report report = check();

        assertThat(report.status()).isEmpty();
        assertThat(report.issues()).isEmpty();
        assertThat(report.journalMode()).isEqualTo("wal");
        assertThat(report.symbols())
                .hasEntrySatisfying(
                        BTC, figures -> assertThat(figures.rowsInWindow()).isEqualTo(72));
    }

    @Test
    void warnsOfAGapAndFailsWithoutAFile() {
        given(hour -> hour < 950 || hour > 951, 0.0001);

        Report without = FundingCheck.of(folder.resolve("no"), List.of(BTC), Limits.STANDARD, NOW_MS);
        assertThat(check().issues())
                .extracting(issue -> issue.type() + issue.severity())
                .containsExactly("gapWARN");
        assertThat(without.errors()).singleElement().asString().contains("no such file");
        assertThat(without.status()).contains(Severity.FAIL);
    }

    @Test
    void countsTheGapBeforeTheFirstRateOfTheWindow() {
        given(hour -> hour > 940, 0.0001);

        assertThat(check().issues())
                .extracting(issue -> issue.type() + issue.severity())
                .containsExactly("gapFAIL");
    }

    @Test
    void judgesTheAgeOfTheNewestRateByItsLimits() {
        given(hour -> hour <= 990, 0.0001);

        assertThat(check().issues())
                .extracting(issue -> issue.type() + issue.severity())
                .containsExactly("staleWARN");
        Limits strict = Limits.STANDARD.withAge(new Limit(8, 10));
        assertThat(FundingCheck.of(folder, List.of(BTC), strict, NOW_MS).status())
                .contains(Severity.FAIL);
    }

    @Test
    void doesNotBelieveLargeRatesOrLeaps() {
        given(_ -> true, 0.015);
        assertThat(check().issues())
                .extracting(issue -> issue.type() + issue.severity())
                .containsExactly("abs_rateWARN", "delta_rateWARN");
    }

    @Test
    void failsForASymbolWithoutRatesOrWithoutSymbols() {
        given(hour -> hour < 900, 0.0001);

        Report report = FundingCheck.of(folder, List.of(BTC, new Symbol("ETH")), Limits.STANDARD, NOW_MS);

        assertThat(report.issues())
                .extracting(issue -> issue.type() + issue.severity())
                .containsExactly("staleFAIL", "no_data_in_windowFAIL", "symbol_missingFAIL");
        assertThat(FundingCheck.of(folder, List.of(), Limits.STANDARD, NOW_MS).errors())
                .containsExactly("no symbols to check");
    }

    private Report check() {
        return FundingCheck.of(folder, List.of(BTC), Limits.STANDARD, NOW_MS);
    }

    /// Rates of the hours 900 to 1000, the last one as given.
    private void given(IntPredicate hours, double last) {
        List<FundingSample> samples = new ArrayList<>();
        for (int hour = 890; hour <= 1000; hour++) {
            if (hours.test(hour)) {
                samples.add(new FundingSample(
                        BTC, hour * HOUR_MS + 50, hour == 1000 ? last : 0.0001, OptionalDouble.empty()));
            }
        }
        try (FundingStore store = FundingStore.open(folder)) {
            store.append(samples);
        }
    }
}
