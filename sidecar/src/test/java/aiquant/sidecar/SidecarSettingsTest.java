package aiquant.sidecar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import aiquant.config.Environment;
import aiquant.kernel.market.Interval;
import aiquant.kernel.market.Symbol;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SidecarSettingsTest {

    private static final long DAY_MS = 86_400_000;

    @Test
    void hasDefaults() {
        SidecarSettings settings = of(Map.of("HOME", "/home/x", "XDG_RUNTIME_DIR", "/run/user/1"));

        assertThat(settings.socket()).isEqualTo(Path.of("/run/user/1/openclaw-ai-quant-ws.sock"));
        assertThat(settings.folder()).isEqualTo(Path.of("/home/x/.local/share/aiquant/candles_dbs"));
        assertThat(settings.marketDatabase()).isEqualTo(Path.of("/home/x/.local/share/aiquant/market_data.db"));
        assertThat(settings.candles()).isEqualTo(CandleSettings.STANDARD);
        assertThat(settings.midsFromBboMs()).isEmpty();
        assertThat(settings.bboSnapshots()).isEmpty();
        assertThat(settings.clientTtlMs()).isEqualTo(90_000);
    }

    @Test
    void listensInAPrivateFolderWithoutARuntimeFolder() {
        assertThat(of(Map.of("HOME", "/home/x")).socket())
                .isEqualTo(Path.of("/home/x/.local/state/aiquant/run/openclaw-ai-quant-ws.sock"));
    }

    @Test
    void readsEveryVariable() {
        SidecarSettings settings = of(Map.ofEntries(
                Map.entry("AI_QUANT_WS_SIDECAR_SOCK", "/s/x.sock"),
                Map.entry("AI_QUANT_MARKET_DB_PATH", "/d/market.db"),
                Map.entry("AI_QUANT_WS_ENABLE_CANDLE", "0"),
                Map.entry("AI_QUANT_WS_ENABLE_BBO", "0"),
                Map.entry("AI_QUANT_MIDS_FROM_BBO", "1"),
                Map.entry("AI_QUANT_MIDS_FROM_BBO_FALLBACK_AGE_S", "0.01"),
                Map.entry("AI_QUANT_BBO_SNAPSHOTS_ENABLE", "1"),
                Map.entry("AI_QUANT_BBO_SNAPSHOTS_RETENTION_SWEEP_SECS", "5"),
                Map.entry("AI_QUANT_CANDLE_HORIZON_1m_D", "4"),
                Map.entry("AI_QUANT_CANDLE_REST_CHUNK_BARS", "10"),
                Map.entry("AI_QUANT_CANDLE_PRUNE_DISABLE_INTERVALS", ""),
                Map.entry("AI_QUANT_WS_CLIENT_TTL_SECS", "600"),
                Map.entry("AI_QUANT_SIDECAR_SYMBOLS", "BTC, kPEPE"),
                Map.entry("AI_QUANT_SIDECAR_INTERVALS", "1m,1h")));

        assertThat(settings.socket()).isEqualTo(Path.of("/s/x.sock"));
        assertThat(settings.folder()).isEqualTo(Path.of("/d/candles_dbs"));
        assertThat(settings.candles().isStreamed()).isFalse();
        assertThat(settings.candles().horizonsMs()).containsEntry(Interval.M1, 4 * DAY_MS);
        assertThat(settings.candles().chunkBars()).isEqualTo(100);
        assertThat(settings.candles().keptForEver()).isEmpty();
        assertThat(settings.isBboStreamed()).isFalse();
        assertThat(settings.midsFromBboMs()).hasValue(100L);
        assertThat(settings.bboSnapshots().orElseThrow())
                .isEqualTo(new SidecarSettings.BboSnapshots(
                        Path.of("/d/candles_dbs/bbo_snapshots.db"), 1_000, DAY_MS, 30_000, 20_000));
        assertThat(settings.clientTtlMs()).isEqualTo(600_000);
        assertThat(settings.warmSymbols()).containsExactlyInAnyOrder(new Symbol("BTC"), new Symbol("kPEPE"));
        assertThat(settings.warmIntervals()).containsExactlyInAnyOrder(Interval.M1, Interval.H1);
    }

    @Test
    void namesAVariableThatCannotBeRead() {
        assertThatThrownBy(() -> of(Map.of("AI_QUANT_WS_CLIENT_TTL_SECS", "soon")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("AI_QUANT_WS_CLIENT_TTL_SECS must be a number of seconds: 'soon'");
    }

    private static SidecarSettings of(Map<String, String> variables) {
        return SidecarSettings.of(new Environment(variables));
    }
}
