package aiquant.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class EndpointsTest {

    @Test
    void keepsTheNetworkApartFromTheAddresses() {
        Endpoints simulator = Endpoints.of("http://127.0.0.1:3001/", "ws://localhost:3001/ws", Network.MAINNET);

        assertThat(simulator.network()).isEqualTo(Network.MAINNET);
        assertThat(simulator.info()).hasToString("http://127.0.0.1:3001/info");
        assertThat(simulator.exchange()).hasToString("http://127.0.0.1:3001/exchange");
        assertThat(simulator.isLoopback()).isTrue();
    }

    @Test
    void speaksInTheClearOnThisMachineOnly() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Endpoints.of("http://api.example.org", "wss://api.example.org/ws", Network.TESTNET))
                .withMessage("REST address must be https unless it is on this machine: http://api.example.org");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Endpoints.of("https://api.example.org", "ws://api.example.org/ws", Network.TESTNET));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Endpoints.of("api.example.org", "wss://api.example.org/ws", Network.TESTNET));
        assertThat(Endpoints.of("https://api.example.org", "wss://api.example.org/ws", Network.TESTNET)
                        .isLoopback())
                .isFalse();
    }
}
