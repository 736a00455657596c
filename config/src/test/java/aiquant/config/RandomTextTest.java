package aiquant.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/// Whatever a file holds, the answer is a configuration or a [ConfigError] with a place.
class RandomTextTest {

    @Property
    void anyTextLoadsOrIsRefused(@ForAll String text) {
        check(text);
    }

    @Property
    void anyMixOfYamlPiecesLoadsOrIsRefused(@ForAll("pieces") String text) {
        check(text);
    }

    @Property
    void anySettingLoadsOrIsRefused(@ForAll("pieces") String path, @ForAll("pieces") String value) {
        assertLoadsOrIsRefused(() -> StrategyFile.defaults(Selection.GLOBAL.with(new Setting(path, value))));
    }

    @Property
    void anyDamageToAGoodFileLoadsOrIsRefused(
            @ForAll @IntRange(max = 2000) int from,
            @ForAll @IntRange(max = 30) int length,
            @ForAll("pieces") String put)
            throws IOException {
        String good = Files.readString(Path.of("strategy_overrides.example.yaml"));
        int start = Math.min(from, good.length());
        int end = Math.min(start + length, good.length());

        check(good.substring(0, start) + put + good.substring(end));
    }

    @Provide
    Arbitrary<String> pieces() {
        List<String> pieces = List.of(
                "global",
                "symbols",
                "live",
                "modes",
                "trade",
                "indicators",
                "pipeline",
                "profiles",
                "behaviours",
                "engine",
                "interval",
                "risk",
                "disabled",
                "bb_window",
                "leverage",
                "sl_atr_mult",
                "mode",
                ":",
                ": ",
                "\n",
                "\n  ",
                "\n    ",
                "\r\n",
                "- ",
                "[",
                "]",
                "{",
                "}",
                ",",
                "'",
                "\"",
                "|",
                ">",
                "&a ",
                "*a",
                "!",
                "!!int ",
                "? ",
                "<<",
                "#",
                "---",
                "...",
                "%YAML 1.2",
                "\t",
                "~",
                "true",
                "0",
                "-1",
                "1e9",
                ".nan",
                "0x",
                "0xFF",
                "\uFEFF",
                "é",
                "😀",
                "\u0000",
                "\uD800");
        return Arbitraries.of(pieces).list().ofMaxSize(25).map(list -> String.join("", list));
    }

    private static void check(String text) {
        assertLoadsOrIsRefused(() -> StrategyFile.parse("s.yaml", text, Selection.GLOBAL.asLive()));
        assertLoadsOrIsRefused(() -> EngineFile.parse("e.yaml", text));
    }

    private static void assertLoadsOrIsRefused(Runnable load) {
        try {
            load.run();
        } catch (ConfigError e) {
            assertThat(e.problem()).isNotBlank();
            assertThat(e.getMessage()).startsWith(e.file());
        }
    }
}
