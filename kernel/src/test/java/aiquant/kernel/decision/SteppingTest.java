package aiquant.kernel.decision;

import static org.assertj.core.api.Assertions.assertThat;

import aiquant.kernel.backtest.Backtest;
import aiquant.kernel.backtest.BacktestInput;
import aiquant.kernel.backtest.RandomMarket;
import aiquant.kernel.backtest.ReasonCode;
import aiquant.kernel.backtest.TradeRecord;
import aiquant.kernel.indicator.IndicatorBank;
import aiquant.kernel.market.Candle;
import aiquant.kernel.market.CandleSeries;
import aiquant.kernel.market.Symbol;
import aiquant.kernel.rule.Breadth;
import aiquant.kernel.rule.Gates;
import aiquant.kernel.strategy.CompiledStrategy;
import aiquant.kernel.strategy.StrategyParams;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;

/// One kernel, two ways to run it: bar by bar with fills from outside, or a whole backtest.
class SteppingTest {
    private static final int LOOKBACK = 20;

    @Property(tries = 150, shrinking = ShrinkingMode.OFF)
    void tradesBarByBarAsTheBacktestDoes(@ForAll long seed) {
        RandomMarket market = new RandomMarket(seed);
        List<CandleSeries> candles = market.hourly(250);
        StrategyParams params = market.strategy();

        List<TradeRecord> expected =
                Backtest.run(BacktestInput.of(params, candles, 10_000.0, LOOKBACK)).trades().stream()
                        .filter(trade -> trade.reasonCode() != ReasonCode.EXIT_END_OF_BACKTEST)
                        .map(SteppingTest::withoutExitContext)
                        .toList();

        assertThat(new Stepper(params).run(candles)).isEqualTo(expected);
    }

    /// Fills know nothing of stops and targets; only the backtest writes them beside an exit.
    private static TradeRecord withoutExitContext(TradeRecord trade) {
        return new TradeRecord(
                trade.timeMs(),
                trade.symbol(),
                trade.action(),
                trade.price(),
                trade.size(),
                trade.notional(),
                trade.reason(),
                trade.reasonCode(),
                trade.confidence(),
                trade.pnl(),
                trade.fee(),
                trade.balance(),
                trade.entryAtr(),
                trade.leverage(),
                trade.margin(),
                Optional.empty());
    }

    /// Feeds rounds to the kernel and fills what it wants at once, at the modelled price.
    private static final class Stepper {
        private final Map<Symbol, IndicatorBank> banks = new TreeMap<>();
        private final List<TradeRecord> trades = new ArrayList<>();
        private final CompiledStrategy strategy;
        private final FillModel fills;
        private KernelState state = KernelState.start(List.of(), 0.0);

        Stepper(StrategyParams params) {
            strategy = CompiledStrategy.of(params);
            fills = new FillModel(strategy.rules().slippageBps);
        }

        List<TradeRecord> run(List<CandleSeries> candles) {
            state = KernelState.start(candles.stream().map(CandleSeries::symbol).toList(), 10_000.0);
            state.symbols().forEach(symbol -> banks.put(symbol, new IndicatorBank(strategy.params())));
            Map<Long, Map<Symbol, Candle>> rounds = new TreeMap<>();
            for (CandleSeries series : candles) {
                for (int i = 0; i < series.size(); i++) {
                    Candle candle = series.candle(i);
                    rounds.computeIfAbsent(candle.openTimeMs(), time -> new TreeMap<>())
                            .put(candle.symbol(), candle);
                }
            }
            rounds.forEach(this::round);
            return trades;
        }

        private void round(long timeMs, Map<Symbol, Candle> bars) {
            int btc = btc();
            double breadth = breadth();
            bars.forEach((symbol, candle) -> {
                IndicatorBank bank = bank(symbol);
                bank.update(candle);
                handle(new KernelEvent.BarClosed(timeMs, symbol, bank.latest(), btc, breadth, bank.bars() >= LOOKBACK));
            });
            handle(new KernelEvent.RoundClosed(timeMs));
        }

        private void handle(KernelEvent event) {
            Decision decision = Kernel.decide(state, event, strategy);
            state = state.remember(decision.memory());
            for (Intent intent : decision.intents()) {
                KernelState.Booked booked = state.book(fills.fill(intent, event.timeMs()));
                state = booked.state();
                trades.add(booked.trade());
            }
        }

        private int btc() {
            IndicatorBank bank = bank(new Symbol("BTC"));
            return bank.bars() == 0 ? Gates.BTC_UNKNOWN : Breadth.direction(bank.latest().close, bank.latest().emaSlow);
        }

        private double breadth() {
            List<IndicatorBank> counted =
                    banks.values().stream().filter(bank -> bank.bars() >= 2).toList();
            int rising = (int) counted.stream()
                    .filter(bank -> bank.latest().emaFast > bank.latest().emaSlow)
                    .count();
            return Breadth.percent(rising, counted.size());
        }

        private IndicatorBank bank(Symbol symbol) {
            return Optional.ofNullable(banks.get(symbol)).orElseThrow();
        }
    }
}
