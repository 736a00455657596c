package aiquant.exchange.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.ByteArrayOutputStream;
import java.io.NotSerializableException;
import java.io.ObjectOutputStream;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class SecretKeyTest {

    /// Planted everywhere a key goes, and looked for everywhere text comes out.
    private static final String MARKER = "deadbeefcafef00d".repeat(4);

    @Test
    void readsHexWithAndWithoutPrefixAndTakesItAway() {
        char[] plain = MARKER.toCharArray();
        char[] prefixed = ("0x" + MARKER.toUpperCase(Locale.ROOT)).toCharArray();

        SecretKey first = SecretKey.takeHex(plain);
        SecretKey second = SecretKey.takeHex(prefixed);

        assertThat(HexFormat.of().formatHex(first.lend(byte[]::clone))).isEqualTo(MARKER);
        assertThat(HexFormat.of().formatHex(second.lend(byte[]::clone))).isEqualTo(MARKER);
        assertThat(new String(plain)).containsOnlyDigits().doesNotContain("1");
        assertThat(new String(prefixed)).containsOnlyDigits();
    }

    @Test
    void showsItselfToNobody() throws Exception {
        SecretKey key = SecretKey.takeHex(MARKER.toCharArray());
        ObjectMapper careless = new ObjectMapper()
                .setVisibility(PropertyAccessor.ALL, JsonAutoDetect.Visibility.ANY)
                .disable(SerializationFeature.FAIL_ON_EMPTY_BEANS);

        assertThat(key).hasToString("SecretKey[hidden]");
        assertThat(careless.writeValueAsString(key)).isEqualTo("{}");
        assertThat(careless.writeValueAsString(List.of(key))).doesNotContain("3q2+78", MARKER);
        try (ObjectOutputStream out = new ObjectOutputStream(new ByteArrayOutputStream())) {
            assertThatThrownBy(() -> out.writeObject(key)).isInstanceOf(NotSerializableException.class);
        }
    }

    @Test
    void saysWhatIsWrongWithoutRepeatingIt() {
        for (String bad :
                List.of(MARKER.substring(1), MARKER + "0", "0x" + MARKER.replace('d', 'g'), "ff".repeat(32))) {
            assertThatThrownBy(() -> SecretKey.takeHex(bad.toCharArray()))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("private key")
                    .hasMessageNotContainingAny(bad, bad.substring(2, 10));
        }
        assertThatThrownBy(() -> SecretKey.take(new byte[32])).hasMessageContaining("private key");
        assertThatThrownBy(() -> SecretKey.take(new byte[31])).hasMessageContaining("private key");
    }

    @Test
    void signsNothingOnceWiped() {
        SecretKey key = SecretKey.takeHex(MARKER.toCharArray());
        byte[] inside = key.lend(bytes -> bytes);

        key.close();

        assertThat(inside).containsOnly(0);
        assertThatThrownBy(() -> key.lend(bytes -> bytes)).hasMessage("this key has been wiped");
    }
}
