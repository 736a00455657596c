package aiquant.engine.research;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SweepHtmlTest {

    private static final Map<String, String> FACTS = Map.of("Configuration", "built-in defaults");

    @Test
    void needsNothingFromOutside(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("sweep.html");

        SweepHtml.write(SampleSweep.plateau(), 168, FACTS, file);

        String page = Files.readString(file);
        assertThat(page).startsWith("<!doctype html>").endsWith("</html>\n");
        assertThat(page.replace("http://www.w3.org/2000/svg", ""))
                .doesNotContain("http://", "https://", "src=", "href=", "@import", "url(");
        assertThat(page).doesNotContain("NaN", "Infinity");
        assertThat(page).contains("168 trials", "trade.leverage = 3", "built-in defaults");
    }

    @Test
    void givesTheHeatMapEveryRowAndTheMostTellingParametersFirst() throws IOException {
        List<SweepRow> rows = SampleSweep.plateau();

        JsonNode data = heat(SweepHtml.page(rows, rows.size(), FACTS));

        assertThat(data.get("pnl")).hasSize(168);
        assertThat(data.get("axes")).hasSize(3);
        assertThat(data.get("axes").get(2).get("path").textValue()).isEqualTo("indicators.ema_slow_window");
        assertThat(data.get("axes").get(2).get("cells").toString()).isEqualTo("[\"20\",\"50\",\"100\",\"200\"]");
        assertThat(data.get("axes").get(0).get("at")).hasSize(168);
    }

    @Test
    void tellsALonelyPeakFromAPlateau() {
        assertThat(SweepHtml.page(SampleSweep.lonelyPeak(), 168, FACTS)).contains("a lonely peak");
        assertThat(SweepHtml.page(SampleSweep.plateau(), 168, FACTS)).contains("a plateau");
    }

    @Test
    void staysSmallAndSaysWhatItLeftOut() {
        List<SweepRow> rows = SampleSweep.random(142, 10_000);

        String page = SweepHtml.page(rows, 1_000_000, FACTS);

        assertThat(page.length()).isLessThan(4_000_000);
        assertThat(page).contains("Drawn from the best 6,993 of 10,000 rows");
        assertThat(page).contains("Only the best 10,000 of 1,000,000 trials were kept");
        assertThat(page).contains("the last 126 of 142 are left out");
    }

    @Test
    void drawsOneParameterNoneAndNothing() {
        assertThat(SweepHtml.page(SampleSweep.random(1, 40), 40, FACTS)).contains("id=\"heat-data\"");
        assertThat(SweepHtml.page(List.of(SampleSweep.row(0, Map.of("a.b", 1.0), 5)), 1, FACTS))
                .contains("nothing to plot")
                .doesNotContain("id=\"heat-data\"", "NaN");
        assertThat(SweepHtml.page(List.of(), 0, FACTS)).contains("no row to show");
    }

    @Test
    void treatsPathsAndFactsAsText() throws IOException {
        String hostile = "</script><script>alert('x')</script>\"";
        List<SweepRow> rows =
                List.of(SampleSweep.row(0, Map.of(hostile, 1.0), 5), SampleSweep.row(1, Map.of(hostile, 2.0), 4));

        String page = SweepHtml.page(rows, 2, Map.of(hostile, hostile));

        assertThat(page).doesNotContain("<script>alert");
        assertThat(heat(page).get("axes").get(0).get("path").textValue()).isEqualTo(hostile);
    }

    private static JsonNode heat(String page) throws IOException {
        String start = "<script type=\"application/json\" id=\"heat-data\">";
        int from = page.indexOf(start) + start.length();
        return new ObjectMapper().readTree(page.substring(from, page.indexOf("</script>", from)));
    }
}
