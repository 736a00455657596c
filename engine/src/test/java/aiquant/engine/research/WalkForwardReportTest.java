package aiquant.engine.research;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import aiquant.engine.research.WalkForwardResult.Dot;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WalkForwardReportTest {

    private static final WalkForwardResult RESULT = SampleWalk.result();

    @Test
    void theTextShowsEachFoldTwiceAndStatesTheTrials() {
        String text = WalkForwardText.of(RESULT);

        assertThat(text).contains("36 trials in 4 folds", "best of 9: #", "trade.sl_atr_mult=");
        assertThat(text.lines().filter(line -> line.contains("train 20"))).hasSize(4);
        assertThat(text.lines().filter(line -> line.contains("test  20"))).hasSize(4);
        assertThat(text).contains("Overfitting     probability ").doesNotContain("NaN", "null");
        assertThat(text.lines().mapToInt(String::length).max().orElseThrow()).isLessThan(150);
    }

    @Test
    void theTextSaysHowFarAStoppedRunCame() {
        assertThat(WalkForwardText.of(SampleWalk.stoppedAfter(1)))
                .contains("1 of 4 folds were done", "9 trials in 1 fold", "not measured");
        assertThat(WalkForwardText.of(SampleWalk.stoppedAfter(0))).contains("0 of 4 folds were done");
    }

    @Test
    void theJsonHasItsKeysInOrder(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("walk.json");

        WalkForwardJson.write(RESULT, file);

        JsonNode json = new ObjectMapper().readTree(Files.readString(file));
        sorted(json);
        assertThat(json.get("trials").intValue()).isEqualTo(36);
        assertThat(json.get("folds")).hasSize(4);
        assertThat(json.get("equity_curve")).hasSize(4 * 240);
        FoldResult second = RESULT.folds().get(1);
        JsonNode fold = json.get("folds").get(1);
        assertThat(fold.get("in_sample").get("total_pnl").doubleValue())
                .isEqualTo(second.inSample().totalPnl());
        assertThat(fold.get("out_of_sample").get("from_ms").longValue())
                .isEqualTo(second.fold().testFromMs());
        assertThat(fold.get("deflated_sharpe_ratio").doubleValue()).isEqualTo(second.deflatedSharpe());
        assertThat(fold.get("overrides")).hasSize(2);
        assertThat(json.get("overfitting").get("trials").intValue()).isEqualTo(9);
    }

    @Test
    void theJsonOfAStoppedRunSaysSo(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("walk.json");

        WalkForwardJson.write(SampleWalk.stoppedAfter(0), file);

        JsonNode json = new ObjectMapper().readTree(Files.readString(file));
        assertThat(json.get("complete").booleanValue()).isFalse();
        assertThat(json.get("folds_planned").intValue()).isEqualTo(4);
        assertThat(json.get("overfitting").isNull()).isTrue();
    }

    @Test
    void thePageNeedsNothingFromOutside(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("walk.html");

        WalkForwardHtml.write(RESULT, SampleWalk.facts(), file);

        String page = Files.readString(file);
        assertThat(page).startsWith("<!doctype html>").endsWith("</html>\n");
        assertThat(page).doesNotContain("http://", "https://", "src=", "href=", "@import", "url(", "NaN");
        assertThat(page).contains("36 trials in 4 folds", "Deflated Sharpe", "choice of fold 4");
    }

    @Test
    void thePageTreatsFactsAsTextAndShowsAStoppedRun() {
        String page = WalkForwardHtml.page(SampleWalk.stoppedAfter(0), Map.of("<b>", "<script>alert(1)</script>"));

        assertThat(page).doesNotContain("<script>alert", "<b>", "NaN").contains("0 of 4 folds were done");
    }

    /// In 0, 1, 2 and out 1, 3, 2: covariance 1, variances 2 and 2.
    @Test
    void dotsAreCorrelated() {
        assertThat(InOutScatter.correlation(
                        List.of(new Dot(1, 0, 1, false), new Dot(1, 1, 3, false), new Dot(1, 2, 2, false))))
                .isCloseTo(0.5, within(1e-15));
        assertThat(InOutScatter.correlation(List.of(new Dot(1, 0, 1, false), new Dot(1, 0, 3, false))))
                .isZero();
        assertThat(InOutScatter.of(List.of(new Dot(1, 0, 0, true)))).doesNotContain("NaN");
    }

    private static void sorted(JsonNode node) {
        List<String> names = new ArrayList<>();
        node.fieldNames().forEachRemaining(names::add);
        assertThat(names).isSorted();
        node.forEach(WalkForwardReportTest::sorted);
    }
}
