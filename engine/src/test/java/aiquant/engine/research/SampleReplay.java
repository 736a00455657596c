package aiquant.engine.research;

import aiquant.kernel.backtest.BacktestReport;
import aiquant.kernel.backtest.BacktestReport.GateStatistics;
import aiquant.kernel.backtest.BacktestReport.Group;
import aiquant.kernel.backtest.BacktestReport.SymbolSummary;
import aiquant.kernel.backtest.BacktestResult;
import aiquant.kernel.backtest.EquityPoint;
import aiquant.kernel.backtest.ReasonCode;
import aiquant.kernel.backtest.SignalRecord;
import aiquant.kernel.backtest.TradeRecord;
import aiquant.kernel.market.Interval;
import aiquant.kernel.market.Symbol;
import aiquant.kernel.strategy.Confidence;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/// A made-up year of trading that looks like a real one: for pages and files that need something to show.
final class SampleReplay {

    static final long START_MS = 1_725_390_000_000L; // 2024-09-03 19:00 UTC
    static final int BARS = 7_800;
    private static final double START_BALANCE = 10_000;
    private static final double FEE_RATE = 0.00035;
    private static final String NAMES =
            "AAVE ADA APT ARB AVAX BCH BNB BTC CRV DOGE ENA ETH FARTCOIN GOAT HYPE INJ JUP kPEPE kSHIB LINK LTC MKR "
                    + "NEAR ONDO OP PENGU PURR SEI SOL SUI TAO TIA TRUMP TRX UNI VIRTUAL VVV WLD XRP ZRO";
    private static final String[] REASONS = {
        "Stop Loss",
        "Trailing Stop",
        "Trailing Stop",
        "Take Profit",
        "RSI Overextension",
        "Stagnation Exit",
        "Trend Breakdown (EMA Cross)",
        "Signal Flip"
    };

    private final SplittableRandom random = new SplittableRandom(11);
    private final List<TradeRecord> trades = new ArrayList<>();
    private final List<EquityPoint> equity = new ArrayList<>();
    private double balance = START_BALANCE;

    private SampleReplay() {}

    static RunFacts facts() {
        return new RunFacts(
                List.of("1h candles: candles_dbs/candles_1h.db", "funding: candles_dbs/funding.db"),
                "config/strategy_overrides.yaml",
                "replay",
                "6f1c2a9be07d4c35a1d88e0f2b7793c45d2e6a10f4b8c9d7e3a25160b9f8d4c1",
                Interval.H1,
                40,
                BARS,
                40L * BARS,
                START_MS,
                START_MS + (BARS - 1) * 3_600_000L,
                Duration.ofMillis(1_840));
    }

    static BacktestResult result() {
        SampleReplay sample = new SampleReplay();
        sample.trade();
        return new BacktestResult(
                sample.report(),
                sample.trades,
                List.of(new SignalRecord(START_MS, new Symbol("BTC"), true, Confidence.HIGH, 58_000, 30, 60, 400)),
                sample.equity);
    }

    private void trade() {
        List<Symbol> symbols =
                List.of(NAMES.split(" ")).stream().map(Symbol::new).toList();
        for (int bar = 0; bar < BARS; bar++) {
            long time = START_MS + bar * 3_600_000L;
            if (random.nextDouble() < 0.1) {
                position(symbols.get(random.nextInt(symbols.size())), time, 0.35 * Math.sin(bar / 900.0));
            }
            equity.add(new EquityPoint(time, balance));
        }
    }

    private void position(Symbol symbol, long time, double luck) {
        boolean isLong = random.nextBoolean();
        String side = isLong ? "LONG" : "SHORT";
        Confidence confidence = random.nextInt(4) == 0 ? Confidence.HIGH : Confidence.MEDIUM;
        double price = Math.exp(4 * symbol.name().hashCode() % 7) * (1 + random.nextDouble());
        double size = balance * 0.09 / price;
        record(
                time,
                symbol,
                "OPEN_" + side,
                price,
                size,
                confidence == Confidence.HIGH ? "High entry" : "Medium entry",
                confidence,
                0);
        String reason = REASONS[random.nextInt(REASONS.length)];
        double move = reason.equals("Stop Loss") ? -0.018 : 0.011 * (random.nextGaussian() + 0.45 + luck);
        double exit = price * (1 + (isLong ? move : -move));
        if (reason.equals("Take Profit")) {
            record(time, symbol, "REDUCE_" + side, exit, size / 2, "Take Profit", confidence, size / 2 * price * move);
            size /= 2;
        }
        record(time, symbol, "CLOSE_" + side, exit, size, reason, confidence, size * price * move);
    }

    private void record(
            long time,
            Symbol symbol,
            String action,
            double price,
            double size,
            String reason,
            Confidence c,
            double pnl) {
        double fee = price * size * FEE_RATE;
        balance += pnl - fee;
        trades.add(new TradeRecord(
                time,
                symbol,
                action,
                price,
                size,
                price * size,
                reason,
                ReasonCode.of(action, reason),
                c,
                pnl,
                fee,
                balance,
                price * 0.01,
                3,
                price * size / 3,
                Optional.empty()));
    }

    private BacktestReport report() {
        List<TradeRecord> exits = trades.stream().filter(TradeRecord::isExit).toList();
        double gain = exits.stream().mapToDouble(t -> Math.max(t.pnl(), 0)).sum();
        double loss = exits.stream().mapToDouble(t -> Math.min(t.pnl(), 0)).sum();
        int wins = (int) exits.stream().filter(t -> t.pnl() > 0).count();
        int losses = exits.size() - wins;
        double peak = START_BALANCE;
        double deepest = 0;
        double deepestPct = 0;
        for (EquityPoint point : equity) {
            peak = Math.max(peak, point.value());
            deepest = Math.max(deepest, peak - point.value());
            deepestPct = Math.max(deepestPct, (peak - point.value()) / peak);
        }
        return new BacktestReport(
                START_BALANCE,
                balance,
                balance - START_BALANCE,
                exits.size(),
                wins,
                losses,
                (double) wins / exits.size(),
                gain / -loss,
                1.24,
                deepest,
                deepestPct,
                (gain + loss) / exits.size(),
                gain / wins,
                loss / losses,
                trades.stream().mapToDouble(TradeRecord::fee).sum(),
                2_911,
                10,
                groups(exits, t -> t.confidence().name().toLowerCase(Locale.ROOT)),
                groups(exits, t -> t.reason().replaceFirst(" \\(.*", "")),
                groups(exits, t -> t.reasonCode().text()),
                groups(exits, t -> t.symbol().name()),
                groups(exits, t -> t.action().endsWith("LONG") ? "LONG" : "SHORT"),
                symbols(),
                new GateStatistics(
                        296_340, 293_429, 1_502, 1_409, 81_220, 12, 4_711, 128_390, 143_022, 0, 19_880, 1_930, 0, 214,
                        688, 402, 17));
    }

    private static List<Group> groups(List<TradeRecord> exits, Function<TradeRecord, String> name) {
        return exits.stream()
                .collect(Collectors.groupingBy(name, TreeMap::new, Collectors.toList()))
                .entrySet()
                .stream()
                .map(entry -> group(entry.getKey(), entry.getValue()))
                .toList();
    }

    private static Group group(String name, List<TradeRecord> exits) {
        double pnl = exits.stream().mapToDouble(TradeRecord::pnl).sum();
        int wins = (int) exits.stream().filter(t -> t.pnl() > 0).count();
        return new Group(name, exits.size(), pnl, (double) wins / exits.size(), pnl / exits.size());
    }

    private List<SymbolSummary> symbols() {
        Map<Symbol, List<TradeRecord>> bySymbol =
                trades.stream().collect(Collectors.groupingBy(TradeRecord::symbol, TreeMap::new, Collectors.toList()));
        return bySymbol.entrySet().stream()
                .map(entry -> summary(entry.getKey(), entry.getValue()))
                .toList();
    }

    private static SymbolSummary summary(Symbol symbol, List<TradeRecord> log) {
        List<TradeRecord> exits = log.stream().filter(TradeRecord::isExit).toList();
        int wins = (int) exits.stream().filter(t -> t.pnl() > 0).count();
        double pnl = exits.stream().mapToDouble(TradeRecord::pnl).sum();
        double fees = log.stream().mapToDouble(TradeRecord::fee).sum();
        double winRate = exits.isEmpty() ? 0 : (double) wins / exits.size();
        return new SymbolSummary(
                symbol,
                exits.size(),
                wins,
                exits.size() - wins,
                winRate,
                pnl,
                0,
                fees,
                pnl - fees,
                fees * 20,
                fees,
                log.size(),
                0);
    }
}
