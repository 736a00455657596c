package aiquant.headless;

import static org.assertj.core.api.Assertions.assertThat;

import aiquant.headless.Program.Ended;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LedgerCompareTest {

    @TempDir
    Path folder;

    private Path candles;

    @BeforeEach
    void trade() throws Exception {
        candles = CandleFolder.write(folder.resolve("candles"), List.of("BTC", "ETH", "SOL", "DOGE", "XRP"), 400);
        Ended paper = run(
                "paper", List.of("--headless", "--interval", "1h", "--lookback", "50", "--initial-balance", "5000"));
        assertThat(paper.code()).as(paper.err().toString()).isZero();
    }

    @Test
    void findsPaperOnCandlesTheSameAsAReplayOfThem() {
        Ended same = run("ledger compare", List.of());

        assertThat(same.code()).as(same.out() + " " + same.err()).isZero();
        assertThat(same.out()).hasSize(1);
        assertThat(same.out().getFirst()).matches("all [1-9][0-9]* trades agree in symbol, side, bar and reason");
    }

    @Test
    void saysWhereAReplayWithOtherSettingsDecidesOtherwise() {
        Ended other = run("ledger compare", List.of("--set", "trade.sl_atr_mult=0.5"));

        assertThat(other.code()).as(other.out() + " " + other.err()).isEqualTo(1);
        assertThat(other.err()).anyMatch(line -> line.startsWith("the ledger was traded with configuration "));
        assertThat(other.out()).anyMatch(line -> line.matches("first other decision: trade [0-9]+"));
        assertThat(other.out()).anyMatch(line -> line.startsWith("  replayed "));
    }

    private Ended run(String command, List<String> more) {
        List<String> arguments = new ArrayList<>(List.of(command.split(" ", -1)));
        arguments.addAll(List.of("--set", "trade.entry_min_confidence=low"));
        arguments.addAll(List.of("--set", "filters.enable_ranging_filter=false"));
        arguments.addAll(List.of("--set", "thresholds.entry.min_adx=10"));
        arguments.addAll(List.of("--candles", candles.toString()));
        arguments.addAll(List.of("--data-dir", folder.resolve("data").toString()));
        arguments.addAll(more);
        return Program.run(arguments.toArray(String[]::new));
    }
}
