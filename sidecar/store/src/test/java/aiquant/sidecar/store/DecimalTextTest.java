package aiquant.sidecar.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DecimalTextTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0",
                "0.1",
                "0.3",
                "97123.5",
                "0.007428",
                "87918700",
                "-0.0000125",
                "+1.5",
                "1.",
                ".5",
                "1e22",
                "1e23",
                "1e-22",
                "123456789012345678",
                "1234567890123456789",
                "9007199254740993",
                "9007199254740992e22",
                "0.000000000000000000000000000001",
                "2.2250738585072011e-308",
                "4.9e-324",
                "1e999999999999",
                "-1e-999999999999",
                "-0.0",
                "000000000000000000000001.5"
            })
    void readsTheNearestDouble(String text) {
        assertThat(bits(parse(text))).isEqualTo(bits(Double.parseDouble(text)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ".",
                "-",
                "+",
                "e5",
                "1e",
                "1e+",
                "1.2.3",
                "1,2",
                " 1",
                "1 ",
                "NaN",
                "Infinity",
                "0x1p3",
                "1.5d",
                "1f",
                "--1",
                "1e1.5",
                "1_000",
                "١"
            })
    void readsAnythingElseAsNotANumber(String text) {
        assertThat(parse(text)).isNaN();
    }

    @Property(tries = 5_000)
    void agreesWithTheLibraryOnEveryDecimal(@ForAll("decimals") String text) {
        assertThat(bits(parse(text))).as(text).isEqualTo(bits(Double.parseDouble(text)));
    }

    @Property(tries = 2_000)
    void readsBackWhatJavaWrites(@ForAll double value) {
        assertThat(bits(parse(Double.toString(value)))).isEqualTo(bits(value));
    }

    @Provide
    Arbitrary<String> decimals() {
        Arbitrary<String> sign = Arbitraries.of("", "-", "+");
        Arbitrary<String> digits =
                Arbitraries.strings().numeric().ofMinLength(1).ofMaxLength(24);
        Arbitrary<String> fraction = Arbitraries.strings()
                .numeric()
                .ofMaxLength(24)
                .map(text -> "." + text)
                .injectNull(0.2)
                .map(text -> text == null ? "" : text);
        Arbitrary<String> exponent = Arbitraries.integers()
                .between(-330, 330)
                .map(power -> "e" + power)
                .injectNull(0.5)
                .map(text -> text == null ? "" : text);
        return Combinators.combine(sign, digits, fraction, exponent).as((s, d, f, e) -> s + d + f + e);
    }

    /// Written inside a longer buffer, as fields are.
    private static double parse(String text) {
        byte[] bytes = ("7" + text + "8").getBytes(StandardCharsets.UTF_8);
        return DecimalText.parse(bytes, 1, bytes.length - 1);
    }

    private static long bits(double value) {
        return Double.doubleToRawLongBits(value);
    }
}
