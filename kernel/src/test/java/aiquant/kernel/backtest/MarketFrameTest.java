package aiquant.kernel.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import aiquant.kernel.indicator.IndicatorBank;
import aiquant.kernel.market.CandleSeries;
import aiquant.kernel.rule.IndicatorSnapshot;
import aiquant.kernel.rule.MainBar;
import aiquant.kernel.strategy.Parameters;
import aiquant.kernel.strategy.StrategyParams;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.CodeElement;
import java.lang.classfile.MethodModel;
import java.lang.classfile.Opcode;
import java.lang.classfile.instruction.FieldInstruction;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class MarketFrameTest {
    private static final String SNAPSHOT = "aiquant/kernel/rule/IndicatorSnapshot";
    private static final Set<String> FILLED = fields(classOf(MarketFrame.class), SNAPSHOT, Opcode.PUTFIELD);
    private static final String PARAMS = "aiquant/kernel/rule/RuleParams";

    @Property(tries = 30)
    void showsTheRulesWhatTheStreamingBankShows(
            @ForAll long seed,
            @ForAll boolean hasStochasticRsi,
            @ForAll @IntRange(min = 1, max = 30) int window,
            @ForAll @IntRange(min = 1, max = 4) int symbols) {
        StrategyParams params = StrategyParams.defaults()
                .with("filters.use_stoch_rsi_filter", hasStochasticRsi ? 1 : 0)
                .with("indicators.bb_window", window)
                .with("indicators.stoch_rsi_window", window)
                .with("thresholds.entry.slow_drift_slope_window", window);
        List<CandleSeries> candles = new RandomMarket(seed).hourly(120).subList(0, symbols);
        Market market = new Market(candles);
        MarketFrame frame = new MarketFrame(new SeriesCache(market, Long.MAX_VALUE), params);

        for (CandleSeries series : candles) {
            IndicatorBank bank = new IndicatorBank(params);
            int first = market.firstRow(market.indexOf(series.symbol().name()));
            for (int i = 0; i < series.size(); i++) {
                bank.update(series.candle(i));
                IndicatorSnapshot loaded = new IndicatorSnapshot();
                frame.load(first + i, first, loaded);
                assertSame(loaded, bank.latest());
            }
        }
    }

    @Test
    void fillsEveryFieldThatARuleReads() {
        Set<String> read = new TreeSet<>();
        for (ClassModel rule : rules()) {
            if (!rule.thisClass().asInternalName().equals(SNAPSHOT)) {
                read.addAll(fields(rule, SNAPSHOT, Opcode.GETFIELD));
            }
        }
        read.remove("fundingRate"); // replay supplies none
        assertThat(FILLED).containsAll(read);
    }

    /// `Trials` shares raw signals between configurations that differ in `trade` and `market_regime` only.
    @Test
    void gatesAndModesReadNoTradeOrRegimeParameter() {
        Set<String> tradeOnly = new TreeSet<>();
        Parameters.all().stream()
                .filter(parameter -> parameter.path().startsWith("trade.")
                        || parameter.path().startsWith("market_regime."))
                .forEach(parameter -> tradeOnly.add(Parameters.camel(parameter.key())));
        Set<String> read = new TreeSet<>();
        for (ClassModel rule : rules()) {
            String name = rule.thisClass().asInternalName();
            if (name.endsWith("/Gates") || name.endsWith("/Signals")) {
                read.addAll(fields(rule, PARAMS, Opcode.GETFIELD));
            }
        }

        assertThat(read).contains("minAdx").doesNotContainAnyElementsOf(tradeOnly);
    }

    private static void assertSame(IndicatorSnapshot loaded, IndicatorSnapshot expected) {
        for (String name : FILLED) {
            try {
                var field = IndicatorSnapshot.class.getField(name);
                assertThat(field.get(loaded)).as(name).isEqualTo(field.get(expected));
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private static Set<String> fields(ClassModel model, String owner, Opcode opcode) {
        Set<String> names = new TreeSet<>();
        for (MethodModel method : model.methods()) {
            for (CodeElement element :
                    method.code().map(code -> code.elementList()).orElse(List.of())) {
                if (element instanceof FieldInstruction field
                        && field.opcode() == opcode
                        && field.owner().asInternalName().equals(owner)) {
                    names.add(field.name().stringValue());
                }
            }
        }
        return names;
    }

    private static List<ClassModel> rules() {
        try (Stream<Path> files = Files.list(folder(MainBar.class))) {
            List<ClassModel> models = new ArrayList<>();
            for (Path file : files.filter(path -> path.toString().endsWith(".class"))
                    .sorted()
                    .toList()) {
                models.add(ClassFile.of().parse(file));
            }
            return models;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ClassModel classOf(Class<?> type) {
        try {
            return ClassFile.of().parse(folder(type).resolve(type.getSimpleName() + ".class"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path folder(Class<?> type) {
        try {
            URL file = Objects.requireNonNull(type.getResource(type.getSimpleName() + ".class"));
            return Objects.requireNonNull(Path.of(file.toURI()).getParent());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
