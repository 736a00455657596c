package aiquant.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import aiquant.kernel.market.Symbol;
import aiquant.kernel.strategy.BehaviourPlan;
import aiquant.kernel.strategy.Confidence;
import aiquant.kernel.strategy.MacdMode;
import aiquant.kernel.strategy.StrategyParams;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

class StrategyFileTest {

    @Test
    void meansTheDefaultsWhenNothingIsSet() {
        LoadedStrategy loaded = load("{}", Selection.GLOBAL);

        assertThat(loaded.params()).isEqualTo(StrategyParams.defaults());
        assertThat(loaded).isEqualTo(StrategyFile.defaults(Selection.GLOBAL));
        assertThat(loaded.notices()).isEmpty();
        assertThat(loaded.origins()).containsEntry("trade.sl_atr_mult", Origin.BUILT_IN);
        assertThat(loaded.origins()).containsKeys("engine.interval", "thresholds.tp_and_momentum.adx_weak_lt");
    }

    @Test
    void readsTheReferenceDocumentAsExactlyTheDefaults() {
        Path reference = Path.of(System.getProperty("aiquant.shared", "../shared"), "spec", "strategy-config.yaml");
        Assumptions.assumeTrue(Files.exists(reference), "the shared reference document is not here: " + reference);

        LoadedStrategy loaded = StrategyFile.load(reference, Selection.GLOBAL.asLive());

        assertThat(loaded.params()).isEqualTo(StrategyParams.defaults());
        assertThat(loaded.notices()).isEmpty();
        assertThat(loaded.origins())
                .hasEntrySatisfying(
                        "trade.allocation_pct",
                        origin -> assertThat(origin.layer()).isEqualTo(Layer.GLOBAL));
    }

    @Test
    void readsEveryKindOfValue() {
        String text = """
                global:
                  trade:
                    sl_atr_mult: 3
                    max_open_positions: 7
                    enable_partial_tp: false
                    entry_min_confidence: " Medium "
                  thresholds:
                    entry: {macd_hist_entry_mode: NONE}
                  engine:
                    interval: 30m
                    entry_interval: ""
                """;

        StrategyParams params = load(text, Selection.GLOBAL).params();

        assertThat(params.trade().slAtrMult()).isEqualTo(3.0);
        assertThat(params.trade().maxOpenPositions()).isEqualTo(7);
        assertThat(params.trade().enablePartialTp()).isFalse();
        assertThat(params.trade().entryMinConfidence()).isEqualTo(Confidence.MEDIUM);
        assertThat(params.thresholds().entry().macdHistEntryMode()).isEqualTo(MacdMode.NONE);
        assertThat(params.engine().interval()).isEqualTo("30m");
        assertThat(params.trade().tpAtrMult()).isEqualTo(4.0);
    }

    @Test
    void laysLaterSectionsOverEarlierOnes() {
        String text = """
                global:
                  trade: {leverage_low: 1.1, leverage_medium: 1.1, leverage_high: 1.1, slippage_bps: 1.1, sl_atr_mult: 1.1}
                symbols:
                  BTC:
                    trade: {leverage_medium: 2.2, leverage_high: 2.2, slippage_bps: 2.2, sl_atr_mult: 2.2}
                live:
                  global:
                    trade: {leverage_high: 3.3, slippage_bps: 3.3}
                  symbols:
                    BTC:
                      trade: {slippage_bps: 3.4, sl_atr_mult: 3.4}
                modes:
                  flat:
                    trade: {sl_atr_mult: 4.4}
                """;
        Selection all = Selection.GLOBAL.forSymbol(new Symbol("BTC")).asLive().inMode(" Pause ");

        LoadedStrategy loaded = load(text, all);

        assertThat(loaded.params().trade().leverageLow()).isEqualTo(1.1);
        assertThat(loaded.params().trade().leverageMedium()).isEqualTo(2.2);
        assertThat(loaded.params().trade().leverageHigh()).isEqualTo(3.3);
        assertThat(loaded.params().trade().slippageBps()).isEqualTo(3.4);
        assertThat(loaded.params().trade().slAtrMult()).isEqualTo(4.4);
        assertThat(layer(loaded, "trade.leverage_low")).isEqualTo(Layer.GLOBAL);
        assertThat(layer(loaded, "trade.leverage_medium")).isEqualTo(Layer.SYMBOL);
        assertThat(layer(loaded, "trade.slippage_bps")).isEqualTo(Layer.LIVE);
        assertThat(layer(loaded, "trade.sl_atr_mult")).isEqualTo(Layer.MODE);
        assertThat(layer(loaded, "trade.tp_atr_mult")).isEqualTo(Layer.DEFAULT);
        assertThat(loaded.notices()).isEmpty();

        Selection paper = Selection.GLOBAL.forSymbol(new Symbol("BTC"));
        assertThat(load(text, paper).params().trade().slAtrMult()).isEqualTo(2.2);
        assertThat(load(text, all.with(Setting.parse("trade.sl_atr_mult=5.5")))
                        .params()
                        .trade()
                        .slAtrMult())
                .isEqualTo(5.5);
    }

    @Test
    void findsASymbolByItsNameThenInCapitalsThenInSmallLetters() {
        String text =
                "symbols: {kPEPE: {trade: {leverage: 2}}, DOGE: {trade: {leverage: 4}}, sol: {trade: {leverage: 5}}}";

        assertThat(leverageOf("kPEPE", text)).isEqualTo(2.0);
        assertThat(leverageOf("doge", text)).isEqualTo(4.0);
        assertThat(leverageOf("SOL", text)).isEqualTo(5.0);
        assertThat(leverageOf("KPEPE", text)).isEqualTo(3.0);
    }

    @Test
    void saysOnceWhichSymbolSectionsAreIgnored() {
        String text = """
                symbols: {BTC: {trade: {leverage: 2, slippage_bps: 1}}, SOL: {trade: {}}}
                live: {symbols: {ETH: {trade: {leverage: 2}}}}
                """;

        assertThat(load(text, Selection.GLOBAL.asLive()).notices())
                .containsExactly("warning: one configuration serves all symbols of this run; ignored: "
                        + "symbols.BTC (trade.leverage, trade.slippage_bps), live.symbols.ETH (trade.leverage)");
    }

    @Test
    void acceptsSectionsLeftEmpty() {
        assertThat(load("global:\nsymbols:\n  BTC:\nlive:\nmodes:\n  flat:\n", Selection.GLOBAL.asLive())
                        .params())
                .isEqualTo(StrategyParams.defaults());
    }

    @Test
    void warnsOfAModeWithoutSection() {
        assertThat(load("{}", Selection.GLOBAL.inMode("m1")).notices())
                .containsExactly("warning: mode 'primary' has no section under modes and changes nothing");
    }

    @Test
    void warnsOfAProfileNobodyDefined() {
        assertThat(load("{}", Selection.GLOBAL.withProfile("mine")).notices())
                .containsExactly("warning: profile 'mine' is neither built in nor under pipeline.profiles; "
                        + "every behaviour runs");
        assertThat(load("{}", Selection.GLOBAL.withProfile("parity_baseline")).notices())
                .isEmpty();
    }

    @Test
    void notesKeysWithoutEffect() {
        String text = """
                _promoted_meta: {anything: [1, 2]}
                global:
                  watchlist_exclude: [BTC]
                  market_regime:
                    enable_regime_gate: true
                    enable_regime_filter: true
                """;

        LoadedStrategy loaded = load(text, Selection.GLOBAL);

        assertThat(loaded.params().marketRegime().enableRegimeFilter()).isTrue();
        assertThat(loaded.notices())
                .containsExactly(
                        "note: s.yaml:1:1: _promoted_meta has no effect",
                        "note: s.yaml:3:3: global.watchlist_exclude has no effect",
                        "note: s.yaml:5:5: global.market_regime.enable_regime_gate has no effect");
    }

    @Test
    void refusesUnknownKeysWithTheNearestKnownOne() {
        ConfigError error = catchThrowableOfType(
                ConfigError.class, () -> load("global:\n  trade:\n    sl_atr_mul: 2.0\n", Selection.GLOBAL));

        assertThat(error.file()).isEqualTo("s.yaml");
        assertThat(error.line()).isEqualTo(3);
        assertThat(error.column()).isEqualTo(5);
        assertThat(error.problem())
                .startsWith("unknown key 'sl_atr_mul' in global.trade; did you mean 'sl_atr_mult'? "
                        + "Known keys: allocation_pct, sl_atr_mult, ")
                .endsWith("max_entry_orders_per_loop");
        assertThat(error).hasMessage("s.yaml:3:5: " + error.problem());
        assertRefused("trade: {}\n", "s.yaml:1:1: unknown key 'trade'; known keys: global, symbols, live, modes");
        assertRefused(
                "live: {global: {}, trade: {}}",
                "s.yaml:1:20: unknown key 'trade' in live; known keys: global, symbols");
    }

    @Test
    void refusesValuesOfTheWrongType() {
        assertTradeRefused("sl_atr_mult: '2.0'", "global.trade.sl_atr_mult must be a number, not text '2.0'");
        assertTradeRefused("sl_atr_mult: true", "global.trade.sl_atr_mult must be a number, not true");
        assertTradeRefused("sl_atr_mult: .nan", "global.trade.sl_atr_mult must be a finite number, not number .nan");
        assertTradeRefused("sl_atr_mult: 1e999", "global.trade.sl_atr_mult must be a finite number, not number 1e999");
        assertTradeRefused("sl_atr_mult:", "global.trade.sl_atr_mult must be a number, not nothing");
        assertTradeRefused(
                "max_open_positions: 20.0", "global.trade.max_open_positions must be a whole number, not number 20.0");
        assertTradeRefused("max_open_positions: -1", "global.trade.max_open_positions must not be negative: -1");
        assertTradeRefused(
                "max_open_positions: 2147483648",
                "global.trade.max_open_positions must be at most 2147483647: 2147483648");
        assertTradeRefused(
                "enable_partial_tp: yes", "global.trade.enable_partial_tp must be true or false, not text 'yes'");
        assertTradeRefused(
                "enable_partial_tp: 1", "global.trade.enable_partial_tp must be true or false, not number 1");
        assertTradeRefused(
                "add_min_confidence: higher",
                "global.trade.add_min_confidence must be one of low, medium, high, not text 'higher'");
        assertRefused("global: {trade: 5}", "s.yaml:1:17: global.trade must be a mapping, not number 5");
        assertRefused(
                "global: {runtime: {profile: 5}}", "s.yaml:1:29: global.runtime.profile must be text, not number 5");
    }

    @Test
    void checksSectionsThatDoNotApply() {
        assertRefused(
                "symbols: {BTC: {trade: {leverage: x}}}",
                "s.yaml:1:35: symbols.BTC.trade.leverage must be a number, not text 'x'");
        assertRefused(
                "live: {trade: {leverage: x}}", "s.yaml:1:26: live.trade.leverage must be a number, not text 'x'");
        assertRefused(
                "modes: {a: {symbols: {B: {trade: {leverage: x}}}}}",
                "s.yaml:1:45: modes.a.symbols.B.trade.leverage must be a number, not text 'x'");
    }

    @Test
    void refusesUnknownIntervals() {
        assertRefused(
                "global: {engine: {interval: 2h}}",
                "s.yaml:1:29: global.engine.interval: unknown interval '2h'; did you mean '1h'? "
                        + "Known intervals: 1m, 3m, 5m, 15m, 30m, 1h, 4h, 1d");
        assertThatThrownBy(() -> load("global: {engine: {interval: ''}}", Selection.GLOBAL))
                .isInstanceOf(ConfigError.class);
    }

    @Test
    void refusesUnknownRepeatedAndMisplacedBehaviours() {
        assertBehavioursRefused(
                "risk: {disabled: [risk.pecs]}",
                "unknown behaviour 'risk.pecs' in global.pipeline.profiles.p.behaviours.risk.disabled; "
                        + "did you mean 'risk.pesc'? Known ids: risk.exposure_guard, risk.entry_cooldown, risk.exit_cooldown, risk.pesc");
        assertBehavioursRefused(
                "risk: {order: [risk.pesc, risk.pesc]}",
                "behaviour 'risk.pesc' is listed twice in global.pipeline.profiles.p.behaviours.risk.order");
        assertBehavioursRefused(
                "risks: {}",
                "unknown behaviour group 'risks' in global.pipeline.profiles.p.behaviours; did you mean 'risk'?");
        assertBehavioursRefused(
                "risk: {disabled: risk.pesc}",
                "global.pipeline.profiles.p.behaviours.risk.disabled must be a list, not text 'risk.pesc'");
    }

    @Test
    void letsListsOfALaterSectionReplaceAndMappingsMerge() {
        String text = """
                global:
                  pipeline:
                    profiles:
                      mine: {ranker: a, behaviours: {risk: {disabled: [risk.pesc]}}}
                live:
                  pipeline:
                    profiles:
                      mine: {behaviours: {risk: {disabled: [risk.exit_cooldown]}, engine: {disabled: [engine.atr_floor]}}}
                """;

        StrategyParams params =
                load(text, Selection.GLOBAL.asLive().withProfile("mine")).params();

        BehaviourPlan plan = BehaviourPlan.resolve(params, Optional.empty());
        assertThat(plan.profile()).isEqualTo("mine");
        assertThat(plan.enabledByGroup().values().stream().mapToInt(List::size).sum())
                .isEqualTo(47);
        assertThat(params.pipeline().profiles().get("mine")).satisfies(profile -> {
            assertThat(profile).isNotNull();
            assertThat(profile.ranker()).isEqualTo("a");
        });
    }

    @Test
    void raisesABandWidthWindowOfZeroAndSaysSo() {
        LoadedStrategy loaded = load("global:\n  indicators:\n    bb_width_avg_window: 0\n", Selection.GLOBAL);

        assertThat(loaded.params().indicators().bbWidthAvgWindow()).isEqualTo(1);
        assertThat(loaded.notices())
                .containsExactly("warning: s.yaml:3:26: indicators.bb_width_avg_window is 0 and was raised to 1");
    }

    @Test
    void refusesWindowsWithoutWhichNothingWorks() {
        assertRefused(
                "global: {indicators: {bb_window: 0}}", "s.yaml:1:34: indicators.bb_window must be at least 1: 0");
        assertRefused(
                "global: {thresholds: {entry: {ave_avg_atr_window: 0}}}",
                "s.yaml:1:51: thresholds.entry.ave_avg_atr_window must be at least 1: 0");
        assertRefused(
                "global: {indicators: {stoch_rsi_smooth1: 0}}",
                "s.yaml:1:42: indicators.stoch_rsi_smooth1 must be at least 1 "
                        + "while filters.use_stoch_rsi_filter is true: 0");
        assertThat(load(
                                "global: {indicators: {stoch_rsi_smooth1: 0, ema_fast_window: 0, ave_avg_atr_window: 0}, "
                                        + "filters: {use_stoch_rsi_filter: false}}",
                                Selection.GLOBAL)
                        .notices())
                .isEmpty();
    }

    @Test
    void refusesSizingBoundsThatContradictEachOther() {
        assertTradeRefused("adx_sizing_min_mult: 1.5", "trade.adx_sizing_min_mult must be at most 1: 1.5");
        assertTradeRefused(
                "vol_scalar_min: 1.5", "trade.vol_scalar_min must be at most trade.vol_scalar_max: 1.5 > 1.0");
        String text = "global: {trade: {vol_scalar_min: 0.9}}\nsymbols: {BTC: {trade: {vol_scalar_max: 0.8}}}\n";
        assertThatThrownBy(() -> load(text, Selection.GLOBAL.forSymbol(new Symbol("BTC"))))
                .hasMessage("s.yaml:2:41: trade.vol_scalar_min must be at most trade.vol_scalar_max: 0.9 > 0.8");
        assertThat(load(text, Selection.GLOBAL).params().trade().volScalarMin()).isEqualTo(0.9);
    }

    @Test
    void convertsNumbersOfSettingsAsSweepsDo() {
        Selection selection = Selection.GLOBAL
                .with(Setting.parse("trade.max_open_positions=7.9"))
                .with(Setting.parse("trade.enable_partial_tp=0"))
                .with(Setting.parse("trade.add_min_confidence = 2"))
                .with(Setting.parse("indicators.ave_avg_atr_window=30"))
                .with(Setting.parse("thresholds.entry.macd_hist_entry_mode=sign"))
                .with(Setting.parse("engine.interval=5m"))
                .with(Setting.parse("engine.signal_on_candle_close=false"))
                .with(Setting.parse("engine.loop_target_s=15"))
                .with(Setting.parse("runtime.profile="))
                .with(Setting.parse("pipeline.profiles.p.behaviours.risk.disabled=[risk.pesc]"));

        LoadedStrategy loaded = StrategyFile.defaults(selection);

        StrategyParams params = loaded.params();
        assertThat(params.trade().maxOpenPositions()).isEqualTo(7);
        assertThat(params.trade().enablePartialTp()).isFalse();
        assertThat(params.trade().addMinConfidence()).isEqualTo(Confidence.HIGH);
        assertThat(params.indicators().aveAvgAtrWindow()).isEqualTo(30);
        assertThat(params.thresholds().entry().aveAvgAtrWindow()).isEqualTo(30);
        assertThat(params.thresholds().entry().macdHistEntryMode()).isEqualTo(MacdMode.SIGN);
        assertThat(params.engine().interval()).isEqualTo("5m");
        assertThat(params.engine().signalOnCandleClose()).isFalse();
        assertThat(params.engine().loopTargetS()).isEqualTo(15);
        assertThat(params.pipeline().profiles()).containsKey("p");
        assertThat(layer(loaded, "thresholds.entry.ave_avg_atr_window")).isEqualTo(Layer.OVERRIDE);
    }

    @Test
    void refusesSettingsNamingThemInFull() {
        assertSettingRefused("trade.sl_atr_mul=2", "unknown key 'sl_atr_mul' in trade; did you mean 'sl_atr_mult'?");
        assertSettingRefused("trade.sl_atr_mult=wide", "trade.sl_atr_mult must be a number, not text 'wide'");
        assertSettingRefused("trade.sl_atr_mult=.inf", "trade.sl_atr_mult must be a finite number, not number .inf");
        assertSettingRefused("engine.loop_target_s=1.5", "engine.loop_target_s must be a whole number, not number 1.5");
        assertSettingRefused("engine.interval=2h", "engine.interval: unknown interval '2h'");
        assertSettingRefused("trade=5", "trade must be a mapping, not number 5");
        assertSettingRefused("trade.leverage=[", "this is not YAML");
        assertSettingRefused("nothing.at.all=1", "unknown key 'nothing'");
        assertThatThrownBy(() -> Setting.parse("trade.leverage"))
                .hasMessage("--set trade.leverage: write PATH=VALUE, such as trade.sl_atr_mult=2.5");
    }

    @Test
    void givesEqualParametersEqualIdsAndOthersDifferentOnes() {
        ConfigId defaults = StrategyFile.defaults(Selection.GLOBAL).id();

        assertThat(load("global: {trade: {sl_atr_mult: 2}}", Selection.GLOBAL).id())
                .isEqualTo(defaults);
        assertThat(load("global: {trade: {sl_atr_mult: 2.1}}", Selection.GLOBAL).id())
                .isNotEqualTo(defaults);
    }

    private static LoadedStrategy load(String text, Selection selection) {
        return StrategyFile.parse("s.yaml", text, selection);
    }

    private static double leverageOf(String symbol, String text) {
        return load(text, Selection.GLOBAL.forSymbol(new Symbol(symbol)))
                .params()
                .trade()
                .leverage();
    }

    private static Layer layer(LoadedStrategy loaded, String path) {
        Origin origin = loaded.origins().get(path);
        return origin == null ? Layer.DEFAULT : origin.layer();
    }

    private static void assertRefused(String text, String message) {
        assertThatThrownBy(() -> load(text, Selection.GLOBAL))
                .isInstanceOf(ConfigError.class)
                .hasMessage(message);
    }

    private static void assertTradeRefused(String line, String problem) {
        int column = 5 + line.indexOf(':') + (line.endsWith(":") ? 1 : 2);
        assertRefused("global:\n  trade:\n    " + line + "\n", "s.yaml:3:" + column + ": " + problem);
    }

    private static void assertBehavioursRefused(String group, String problem) {
        String text = "global:\n  pipeline:\n    profiles:\n      p:\n        behaviours:\n          " + group + "\n";
        assertThatThrownBy(() -> load(text, Selection.GLOBAL))
                .isInstanceOf(ConfigError.class)
                .hasMessageStartingWith("s.yaml:6:")
                .hasMessageContaining(problem);
    }

    private static void assertSettingRefused(String setting, String problem) {
        assertThatThrownBy(() -> StrategyFile.defaults(Selection.GLOBAL.with(Setting.parse(setting))))
                .isInstanceOf(ConfigError.class)
                .hasMessageStartingWith("--set " + setting + ": " + problem);
    }
}
