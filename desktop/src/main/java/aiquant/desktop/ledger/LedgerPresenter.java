package aiquant.desktop.ledger;

import aiquant.desktop.figures.Times;
import aiquant.desktop.table.Flow;
import aiquant.desktop.table.Row;
import aiquant.desktop.table.Rows;
import aiquant.engine.EngineClient;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/// Reads ledger entries in pages, away from the JavaFX thread, and searches those it has.
public final class LedgerPresenter {

    private static final int PAGE = 200;
    private static final int MOST = 5_000;

    private final EngineClient engine;
    private final Flow flow;
    private final Executor worker;
    private final Executor fxThread;
    private final Rows<EntryLine> rows = new Rows<>(EntryLine::sequence);
    private final ReadOnlyStringWrapper summary = new ReadOnlyStringWrapper("");
    private List<EntryLine> known = List.of();
    private String wanted = "";
    private boolean reading;

    public LedgerPresenter(EngineClient engine, Flow flow, Executor worker, Executor fxThread) {
        this.engine = engine;
        this.flow = flow;
        this.worker = worker;
        this.fxThread = fxThread;
    }

    /// Fetches what is newer than the newest known entry; to be called every second while the panel is on screen.
    public void refresh() {
        if (!flow.isPaused()) {
            read(Long.MAX_VALUE);
        }
    }

    void older() {
        if (!known.isEmpty() && known.size() < MOST) {
            read(known.getLast().sequence());
        }
    }

    void search(String text) {
        wanted = text.strip().toLowerCase(Locale.ROOT);
        fold();
    }

    /// Everything shown, as lines of tab-separated text.
    String asText() {
        return rows.list().stream().map(Row::value).map(EntryLine::text).collect(Collectors.joining("\n"));
    }

    Rows<EntryLine> rows() {
        return rows;
    }

    ReadOnlyStringProperty summary() {
        return summary.getReadOnlyProperty();
    }

    private void read(long before) {
        if (reading) {
            return;
        }
        reading = true;
        CompletableFuture.supplyAsync(() -> engine.ledger(before, PAGE), worker)
                .whenCompleteAsync(
                        (lines, failure) -> {
                            reading = false;
                            if (failure != null) {
                                summary.set("The ledger could not be read: " + failure.getMessage());
                            } else {
                                merge(lines.stream().map(LedgerPresenter::line).toList());
                            }
                        },
                        fxThread);
    }

    /// A gap between the pages means that more was written than one page holds: start over with the newest.
    private void merge(List<EntryLine> page) {
        if (page.isEmpty()) {
            fold();
            return;
        }
        long newest = page.getFirst().sequence();
        long oldest = page.getLast().sequence();
        List<EntryLine> merged = new ArrayList<>();
        known.stream().filter(entry -> entry.sequence() > newest).forEach(merged::add);
        merged.addAll(page);
        boolean joins = !known.isEmpty() && known.getFirst().sequence() >= oldest - 1;
        if (joins) {
            known.stream()
                    .filter(entry -> entry.sequence() < oldest)
                    .limit(MOST - merged.size())
                    .forEach(merged::add);
        }
        known = List.copyOf(merged);
        fold();
    }

    private void fold() {
        List<EntryLine> found = wanted.isEmpty()
                ? known
                : known.stream().filter(entry -> entry.contains(wanted)).toList();
        rows.show(found);
        summary.set(
                wanted.isEmpty()
                        ? known.size() + " entries read"
                        : found.size() + " of the " + known.size() + " entries read");
    }

    private static EntryLine line(EngineClient.LedgerLine line) {
        return new EntryLine(line.sequence(), Times.stamp(line.atMs()), line.kind(), line.body(), line.hash());
    }
}
