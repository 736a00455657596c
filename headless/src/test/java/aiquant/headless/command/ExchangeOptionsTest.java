package aiquant.headless.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import aiquant.config.Environment;
import aiquant.exchange.Endpoints;
import aiquant.exchange.Network;
import java.util.Map;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class ExchangeOptionsTest {
    private static final Environment SET = new Environment(
            Map.of("AI_QUANT_INFO_URL", "https://proxy.example/hl/info", "HL_WS_URL", "wss://proxy.example/hl/ws"));

    @Test
    void takesAddressesFromTheEnvironmentUnlessAnExchangeIsNamed() {
        assertThat(of(SET))
                .isEqualTo(Endpoints.of("https://proxy.example/hl", "wss://proxy.example/hl/ws", Network.MAINNET));
        assertThat(of(SET, "--exchange", "testnet").rest()).hasToString("https://api.hyperliquid-testnet.xyz");
        assertThat(of(SET, "--rest-url", "https://other.example").rest()).hasToString("https://other.example");
        assertThat(of(SET, "--rest-url", "https://other.example").webSocket()).hasToString("wss://proxy.example/hl/ws");
        assertThat(of(new Environment(Map.of())).webSocket()).hasToString("wss://api.hyperliquid.xyz/ws");
    }

    @Test
    void refusesAnAddressThatIsNotThatOfQuestions() {
        Environment wrong = new Environment(Map.of("AI_QUANT_INFO_URL", "https://proxy.example"));

        assertThatThrownBy(() -> of(wrong)).hasMessage("AI_QUANT_INFO_URL must end with /info: https://proxy.example");
    }

    private static Endpoints of(Environment environment, String... arguments) {
        ExchangeOptions options = new ExchangeOptions();
        CommandLine line = new CommandLine(options);
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.parseArgs(arguments);
        return options.endpoints(environment);
    }
}
