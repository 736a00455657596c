package aiquant.headless.command;

import aiquant.exchange.Endpoints;
import aiquant.exchange.Network;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// Which exchange a command talks to: addresses and network are separate settings.
final class ExchangeOptions {

    /// The exchanges there are addresses for.
    enum Exchange {
        MAINNET("https://api.hyperliquid.xyz", "wss://api.hyperliquid.xyz/ws", Network.MAINNET),
        TESTNET("https://api.hyperliquid-testnet.xyz", "wss://api.hyperliquid-testnet.xyz/ws", Network.TESTNET),
        SIMULATOR("http://127.0.0.1:61020", "ws://127.0.0.1:61021/ws", Network.TESTNET);

        private final String rest;
        private final String socket;
        private final Network network;

        Exchange(String rest, String socket, Network network) {
            this.rest = rest;
            this.socket = socket;
            this.network = network;
        }

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @Option(
            names = "--exchange",
            paramLabel = "NAME",
            defaultValue = "mainnet",
            description = "mainnet, testnet or simulator (one started with aiquant simulate). Default: mainnet.")
    private Exchange exchange = Exchange.MAINNET;

    @Option(names = "--rest-url", paramLabel = "URL", description = "Another address of the same exchange.")
    private @Nullable String rest;

    @Option(names = "--socket-url", paramLabel = "URL", description = "Another address of its WebSocket.")
    private @Nullable String socket;

    /// @throws IllegalArgumentException if an address is none, or plain text beyond this machine
    Endpoints endpoints() {
        return Endpoints.of(
                rest == null ? exchange.rest : rest, socket == null ? exchange.socket : socket, exchange.network);
    }

    Exchange exchange() {
        return exchange;
    }
}
