package aiquant.engine.research;

import static org.assertj.core.api.Assertions.assertThat;

import aiquant.kernel.backtest.BacktestResult;
import aiquant.kernel.backtest.EquityPoint;
import aiquant.kernel.backtest.TradeRecord;
import aiquant.kernel.market.Symbol;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HtmlReportTest {

    private static final String SCRIPT = "<script>alert('x')</script>";

    @Test
    void carriesEveryTradeAndNeedsNothingFromOutside(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("report.html");
        BacktestResult result = SampleReplay.result();

        HtmlReport.write(result, SampleReplay.facts(), file);

        String page = Files.readString(file);
        assertThat(page).startsWith("<!doctype html>").endsWith("</html>\n");
        assertThat(page).doesNotContain("http://", "https://", "src=", "href=", "@import", "url(");
        assertThat(result.trades()).hasSizeGreaterThan(600);
        assertThat(embedded(page, "trade-data").size())
                .isEqualTo(result.trades().size());
    }

    @Test
    void treatsNamesAndReasonsAsText() throws IOException {
        Symbol hostile = new Symbol(SCRIPT);
        TradeRecord trade = Samples.trade(1_000, hostile, "CLOSE_LONG", 1, 1, 1, "</script>" + SCRIPT);
        BacktestResult result = new BacktestResult(
                Hostile.report(SampleReplay.result().report(), hostile), List.of(trade), List.of(), List.of());

        String page = HtmlReport.page(result, SampleReplay.facts());

        assertThat(page).doesNotContain("<script>alert").doesNotContain("</script><script>");
        assertThat(page).contains("&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;");
        assertThat(embedded(page, "trade-data").get(0).get(1).textValue()).isEqualTo(SCRIPT);
    }

    @Test
    void thinsALongCurve() throws IOException {
        String page = HtmlReport.page(SampleReplay.result(), SampleReplay.facts());

        assertThat(embedded(page, "points").size()).isBetween(500, EquityChart.MOST_POINTS);
    }

    @Test
    void saysSoWhenThereIsNoCurve() {
        assertThat(HtmlReport.page(Samples.of(List.of()), SampleReplay.facts())).contains("Too few samples");
    }

    @Test
    void drawsAFlatCurve() {
        List<EquityPoint> flat = IntStream.range(0, 10)
                .mapToObj(i -> new EquityPoint(i * 3_600_000L, 1000.0))
                .toList();

        String chart = EquityChart.of(flat, 1000.0);

        assertThat(chart).contains("<path").doesNotContain("NaN", "Infinity");
    }

    private static JsonNode embedded(String page, String id) throws IOException {
        String start = "<script type=\"application/json\" id=\"" + id + "\">";
        int from = page.indexOf(start) + start.length();
        return new ObjectMapper().readTree(page.substring(from, page.indexOf("</script>", from)));
    }
}
