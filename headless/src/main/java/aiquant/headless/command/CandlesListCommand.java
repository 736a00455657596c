package aiquant.headless.command;

import aiquant.sidecar.store.CandleCatalog;
import aiquant.sidecar.store.StoreException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.io.PrintWriter;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `aiquant candles list`: one row per interval and symbol, as a table or as JSON.
@Command(name = "list", description = "List stored candles by interval and symbol, with what is missing.")
final class CandlesListCommand implements Callable<Integer> {

    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm").withZone(ZoneOffset.UTC);

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private DataFolder data = new DataFolder();

    @Option(
            names = "--candles",
            paramLabel = "PATH",
            description = "A database, a CSV file, a folder of either, or several separated by commas"
                    + " (default: candles_dbs in the data folder).")
    private List<String> candles = List.of();

    @Option(names = "--json", description = "Print one JSON array instead of a table.")
    private boolean json;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        try {
            List<CandleCatalog.Entry> entries =
                    CandleCatalog.of(candles.isEmpty() ? List.of(data.candles().toString()) : candles);
            out.println(json ? toJson(entries) : toTable(entries));
            return 0;
        } catch (StoreException e) {
            spec.commandLine().getErr().println(e.getMessage());
            return 1;
        }
    }

    private static String toTable(List<CandleCatalog.Entry> entries) {
        TextTable table =
                new TextTable("interval", "symbol", "rows", "first", "last", "gaps", "missing", "largest", "no volume");
        for (CandleCatalog.Entry entry : entries) {
            table.add(
                    entry.interval().text(),
                    entry.symbol().name(),
                    String.valueOf(entry.rows()),
                    MINUTE.format(Instant.ofEpochMilli(entry.firstMs())),
                    MINUTE.format(Instant.ofEpochMilli(entry.lastMs())),
                    String.valueOf(entry.gaps()),
                    String.valueOf(entry.missingBars()),
                    String.valueOf(entry.largestGapBars()),
                    String.valueOf(entry.zeroVolumeRows()));
        }
        return table.toString();
    }

    private static String toJson(List<CandleCatalog.Entry> entries) {
        ArrayNode array = new ObjectMapper().createArrayNode();
        for (CandleCatalog.Entry entry : entries) {
            array.addObject()
                    .put("interval", entry.interval().text())
                    .put("symbol", entry.symbol().name())
                    .put("rows", entry.rows())
                    .put("first_ms", entry.firstMs())
                    .put("last_ms", entry.lastMs())
                    .put("gaps", entry.gaps())
                    .put("missing_bars", entry.missingBars())
                    .put("largest_gap_bars", entry.largestGapBars())
                    .put("zero_volume_rows", entry.zeroVolumeRows());
        }
        return array.toPrettyString();
    }
}
