package aiquant.bench;

import aiquant.kernel.backtest.BacktestData;
import aiquant.kernel.market.Interval;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// One line of the table: which benchmark, on what, and how many rows one call goes through.
///
/// @param rows symbol-bars, candles or frames read, or signatures
record Case(String name, String on, String benchmark, Map<String, String> parameters, long rows) {

    /// The one case that measures whole processes and has a table of its own: [SidecarBench].
    static final String SIDECAR = "sidecar";

    /// All cases that the data allow. A benchmark is added here.
    static List<Case> all() {
        BenchData data = new BenchData();
        List<Case> cases = new ArrayList<>();
        long main = new BacktestData(data.mainBars()).symbolBars();
        cases.add(new Case(
                "replay-baseline",
                "indicators only, bar by bar",
                "ReplayBench.indicatorsBarByBar",
                Map.of("bars", ReplayBench.MAIN),
                main));
        cases.addAll(replay(ReplayBench.MAIN));
        if (data.has(Interval.M15)) {
            cases.addAll(replay(ReplayBench.EXITS));
        }
        if (data.has(Interval.M5)) {
            cases.addAll(replay(ReplayBench.BOTH));
        }
        long smoke = main * SweepBench.COMBINATIONS;
        cases.add(new Case("sweep-one-thread", "288 combinations", "SweepBench.smoke$", Map.of("threads", "1"), smoke));
        cases.add(
                new Case("sweep-two-threads", "288 combinations", "SweepBench.smoke$", Map.of("threads", "2"), smoke));
        cases.add(new Case(
                "sweep-distinct",
                "96 combinations, 96 signal sets",
                "SweepBench.distinctSignals",
                Map.of("threads", "2"),
                main * SweepBench.DISTINCT));
        if (data.has(Interval.M5)) {
            long rows = data.candles(Interval.M5).stream()
                    .mapToLong(series -> series.size())
                    .sum();
            cases.add(new Case("read-csv", "5m candles", "ReadBench.csv", Map.of(), rows));
            cases.add(new Case("read-sqlite", "5m candles", "ReadBench.sqlite", Map.of(), rows));
        }
        for (String channel : List.of("bbo", "candle")) {
            cases.add(new Case(
                    "decode",
                    channel + " frames",
                    "DecodeBench.decode",
                    Map.of("channel", channel),
                    DecodeBench.FRAMES));
        }
        cases.add(new Case(
                "write-sqlite",
                "new 1m candles, 10,000 a commit",
                "WriteBench.append",
                Map.of(),
                (long) WriteBench.SYMBOLS * WriteBench.BARS));
        cases.addAll(signing());
        return cases;
    }

    private static List<Case> signing() {
        List<Case> cases = new ArrayList<>();
        for (String curve : List.of(SigningBench.NATIVE, SigningBench.JAVA)) {
            Map<String, String> on = Map.of("library", curve);
            cases.add(new Case("sign-digest", curve, "SigningBench.sign$", on, SigningBench.ROWS));
            cases.add(new Case("sign-recover", curve, "SigningBench.recover$", on, SigningBench.ROWS));
        }
        Map<String, String> on = Map.of("library", SigningBench.NATIVE);
        cases.add(new Case("sign-encode", "order to digest", "SigningBench.encode$", on, SigningBench.ROWS));
        cases.add(new Case("sign-order", "order to body", "SigningBench.order$", on, SigningBench.ROWS));
        return cases;
    }

    private static List<Case> replay(String bars) {
        long rows = new BacktestData(ReplayBench.input(bars)).symbolBars();
        Map<String, String> on = Map.of("bars", bars);
        return List.of(
                new Case("replay-index", bars, "ReplayBench.index$", on, rows),
                new Case("replay", bars, "ReplayBench.replay$", on, rows));
    }
}
