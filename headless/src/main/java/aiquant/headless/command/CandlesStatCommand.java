package aiquant.headless.command;

import aiquant.config.Environment;
import aiquant.kernel.market.Interval;
import aiquant.kernel.market.Symbol;
import aiquant.sidecar.SidecarSettings;
import aiquant.sidecar.store.CandleStat;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `aiquant candles stat`: whether the newest candles of a database are fit to be computed with.
@Command(
        name = "stat",
        description = {
            "Checks the newest candles of each symbol: gaps, missing values, order and age.",
            "A symbol is fit with as many bars as wanted and nothing wrong with them; unfit ones do not change the exit"
                    + " code."
        })
final class CandlesStatCommand implements Callable<Integer> {
    private static final String BARS_VARIABLE = "AI_QUANT_LOOKBACK_BARS";
    private static final int USUAL_BARS = 200;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private DataFolder data = new DataFolder();

    @Option(names = "--interval", paramLabel = "LENGTH", required = true, description = "Such as 1h.")
    private String interval = "";

    @Option(
            names = "--symbols",
            paramLabel = "NAMES",
            split = ",",
            description = "Such as BTC,kPEPE. Default: all in the database.")
    private List<String> symbols = List.of();

    @Option(
            names = "--bars",
            paramLabel = "N",
            description = "How many of the newest to look at, and to want. Default: " + BARS_VARIABLE + ", or 200.")
    private @Nullable Integer bars;

    @Option(names = "--db-dir", paramLabel = "DIR", description = "Folder of the candle databases.")
    private @Nullable Path folder;

    @Option(names = "--json", description = "Print one JSON array instead of a table.")
    private boolean json;

    @Override
    public Integer call() {
        Environment environment = data.environment();
        int wanted = bars == null ? usualBars(environment) : bars;
        if (wanted < 1) {
            throw new IllegalArgumentException("--bars must be at least 1: " + wanted);
        }
        Path from = folder == null ? SidecarSettings.of(environment).folder() : folder;
        List<Symbol> named =
                symbols.stream().map(String::strip).map(Symbol::new).toList();
        List<CandleStat> stats = CandleStat.of(from, Interval.of(interval.strip()), named, wanted);
        long nowMs = InstantSource.system().millis();
        spec.commandLine().getOut().println(json ? toJson(stats, wanted, nowMs) : toTable(stats, wanted, nowMs));
        return 0;
    }

    private static int usualBars(Environment environment) {
        Optional<String> text = environment.variable(BARS_VARIABLE);
        if (text.isPresent() && !text.get().matches("[0-9]{1,6}")) {
            throw new IllegalArgumentException(BARS_VARIABLE + " must be a whole number: '" + text.get() + "'");
        }
        return text.map(Integer::valueOf).orElse(USUAL_BARS);
    }

    private static String toTable(List<CandleStat> stats, int wanted, long nowMs) {
        TextTable table = new TextTable(
                "symbol", "rows", "fit", "gap bars", "largest", "nulls", "out of order", "close age s", "close span");
        for (CandleStat stat : stats) {
            OptionalLong age = ageS(stat, nowMs);
            table.add(
                    stat.symbol().name(),
                    String.valueOf(stat.rows()),
                    stat.isFit(wanted) ? "yes" : "no",
                    String.valueOf(stat.gapBars()),
                    String.valueOf(stat.maxGapBars()),
                    String.valueOf(stat.nullRows()),
                    String.valueOf(stat.outOfOrder()),
                    age.isPresent() ? String.valueOf(age.getAsLong()) : "",
                    stat.closeSpanMs().isPresent()
                            ? String.valueOf(stat.closeSpanMs().getAsLong())
                            : "");
        }
        return table.toString();
    }

    private static String toJson(List<CandleStat> stats, int wanted, long nowMs) {
        ArrayNode array = new ObjectMapper().createArrayNode();
        for (CandleStat stat : stats) {
            ObjectNode item = array.addObject()
                    .put("symbol", stat.symbol().name())
                    .put("rows", stat.rows())
                    .put("null_ohlcv", stat.nullRows());
            put(item, "min_t", stat.minMs());
            put(item, "max_t", stat.maxMs());
            put(item, "max_t_close", stat.maxCloseMs());
            item.put("gap_bars", stat.gapBars())
                    .put("max_gap_bars", stat.maxGapBars())
                    .put("out_of_order", stat.outOfOrder());
            put(item, "last_close_age_s", ageS(stat, nowMs));
            put(item, "close_span_ms_mode", stat.closeSpanMs());
            item.put("fit", stat.isFit(wanted));
        }
        return array.toPrettyString();
    }

    private static OptionalLong ageS(CandleStat stat, long nowMs) {
        return stat.maxCloseMs().isPresent()
                ? OptionalLong.of(Math.floorDiv(nowMs - stat.maxCloseMs().getAsLong(), 1_000L))
                : OptionalLong.empty();
    }

    private static void put(ObjectNode item, String name, OptionalLong value) {
        if (value.isPresent()) {
            item.put(name, value.getAsLong());
        } else {
            item.putNull(name);
        }
    }
}
