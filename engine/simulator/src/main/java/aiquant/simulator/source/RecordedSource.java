package aiquant.simulator.source;

import aiquant.simulator.market.Grid;
import aiquant.simulator.order.Side;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// A world recorded from the real exchange: books, best quotes and trades of one coin, as CSV with a header line.
///
/// Rows are ordered by the exchange's time stamp; at equal times quotes come before trades. Columns are found by name:
/// books have `bid_price_0, bid_size_0, ask_price_0 …`, best quotes `price, size, side` (`bid` or `ask`), trades the
/// same with `buy` or `sell`, and all of them `exchange_timestamp`. Not thread-safe.
public final class RecordedSource implements MarketSource {

    private static final String TIME = "exchange_timestamp";

    private final String coin;
    private final long shiftMs;
    private final RecordedBook book;
    private final Basis basis;
    private final TreeMap<Long, Moment> moments = new TreeMap<>();

    /// What one time stamp says: changes of the book, then trades.
    private record Moment(List<Runnable> changes, List<MarketStep> prints) {}

    /// @param shiftMs added to every recorded time
    public RecordedSource(String coin, Grid grid, long seed, long shiftMs) {
        this.coin = coin;
        this.shiftMs = shiftMs;
        this.book = new RecordedBook(new Ladder(grid, seed));
        this.basis = new Basis(grid, seed, coin);
    }

    /// Snapshots of the whole book.
    public RecordedSource books(BufferedReader csv) {
        read(csv, row -> {
            int depth = 0;
            while (row.has("bid_price_" + (depth + 1))) {
                depth++;
            }
            int levels = depth + 1;
            moment(row).changes().add(() -> {
                book.clear();
                for (int i = 0; i < levels; i++) {
                    row.put(book, Side.BUY, "bid", i);
                    row.put(book, Side.SELL, "ask", i);
                }
            });
        });
        return this;
    }

    /// Best bids and asks, one side a row.
    public RecordedSource bestQuotes(BufferedReader csv) {
        read(csv, row -> {
            Side side = row.text("side").equals("bid") ? Side.BUY : Side.SELL;
            BigDecimal price = row.decimal("price");
            BigDecimal size = row.decimal("size");
            moment(row).changes().add(() -> book.best(side, price, size));
        });
        return this;
    }

    public RecordedSource trades(BufferedReader csv) {
        read(csv, row -> {
            Side side = row.text("side").equals("buy") ? Side.BUY : Side.SELL;
            moment(row).prints().add(new MarketStep.Print(coin, side, row.decimal("price"), row.decimal("size")));
        });
        return this;
    }

    @Override
    public long nextMs() {
        return moments.isEmpty() ? NEVER : moments.firstKey();
    }

    @Override
    public List<MarketStep> next() {
        Map.Entry<Long, Moment> first = moments.pollFirstEntry();
        if (first == null) {
            throw new IllegalStateException("the recording of " + coin + " is at its end");
        }
        Moment moment = first.getValue();
        moment.changes().forEach(Runnable::run);
        List<MarketStep> steps = new ArrayList<>();
        if (!moment.changes().isEmpty()) {
            book.mid().ifPresent(mid -> steps.add(new MarketStep.Oracle(coin, basis.oracle(mid))));
            steps.add(new MarketStep.Quotes(coin, book.quotes(Side.BUY), book.quotes(Side.SELL)));
        }
        steps.addAll(moment.prints());
        return steps;
    }

    private Moment moment(Row row) {
        long timeMs = row.decimal(TIME).longValueExact() + shiftMs;
        return moments.computeIfAbsent(timeMs, _ -> new Moment(new ArrayList<>(), new ArrayList<>()));
    }

    private interface Reader {
        void read(Row row);
    }

    private record Row(Map<String, Integer> columns, String[] cells) {

        boolean has(String column) {
            Integer index = columns.get(column);
            return index != null && index < cells.length && !cells[index].isEmpty();
        }

        String text(String column) {
            if (!has(column)) {
                throw new IllegalArgumentException("no " + column + " in row " + Arrays.toString(cells));
            }
            return cells[columns.getOrDefault(column, 0)];
        }

        BigDecimal decimal(String column) {
            return new BigDecimal(text(column));
        }

        void put(RecordedBook book, Side side, String name, int level) {
            if (has(name + "_price_" + level)) {
                book.put(side, decimal(name + "_price_" + level), decimal(name + "_size_" + level));
            }
        }
    }

    private static void read(BufferedReader csv, Reader reader) {
        try {
            String header = csv.readLine();
            if (header == null) {
                throw new IllegalArgumentException("an empty recording has no header line");
            }
            Map<String, Integer> columns = new HashMap<>();
            String[] names = header.split(",", -1);
            for (int i = 0; i < names.length; i++) {
                columns.put(names[i], i);
            }
            for (String line = csv.readLine(); line != null; line = csv.readLine()) {
                reader.read(new Row(columns, line.split(",", -1)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read a recording", e);
        }
    }
}
