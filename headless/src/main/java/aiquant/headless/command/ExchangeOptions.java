package aiquant.headless.command;

import aiquant.config.Environment;
import aiquant.exchange.Endpoints;
import aiquant.exchange.Network;
import aiquant.sidecar.SidecarSettings;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// Which exchange a command talks to: addresses and network are separate settings.
final class ExchangeOptions {
    private static final String INFO_VARIABLE = "AI_QUANT_INFO_URL";
    private static final String SOCKET_VARIABLE = "HL_WS_URL";

    private static final String SOCKET = "AI_QUANT_WS_SIDECAR_SOCK";
    private static final List<String> PLACES =
            List.of("AI_QUANT_MARKET_DB_PATH", "AI_QUANT_DB_PATH", "AI_QUANT_CANDLES_DB_DIR");

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

        /// @param otherRest   in place of the usual address, as is `otherSocket`
        /// @throws IllegalArgumentException if an address is none, or plain text beyond this machine
        Endpoints endpoints(@Nullable String otherRest, @Nullable String otherSocket) {
            return Endpoints.of(
                    otherRest == null ? rest : otherRest, otherSocket == null ? socket : otherSocket, network);
        }

        /// How a sidecar is set up that collects from here.
        ///
        /// Only what mainnet says goes where research reads. Any other exchange has databases
        /// and a socket of its own, unless variables say where they are.
        SidecarSettings sidecar(Environment environment) {
            if (this == MAINNET) {
                return SidecarSettings.of(environment);
            }
            Map<String, String> own = new HashMap<>();
            if (PLACES.stream().noneMatch(environment::isSet)) {
                Path folder = environment.dataFolder().resolve(toString());
                own.put(PLACES.getFirst(), folder.resolve("market_data.db").toString());
            }
            if (!environment.isSet(SOCKET)) {
                Path mainnet = SidecarSettings.of(environment).socket();
                own.put(
                        SOCKET,
                        mainnet.resolveSibling("aiquant-" + this + ".sock").toString());
            }
            return SidecarSettings.of(environment.with(own));
        }

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @Option(
            names = "--exchange",
            paramLabel = "NAME",
            description = {
                "mainnet, testnet or simulator (one started with aiquant simulate).",
                "Default: mainnet, at AI_QUANT_INFO_URL and HL_WS_URL where they are set."
            })
    private @Nullable Exchange exchange;

    @Option(names = "--rest-url", paramLabel = "URL", description = "Another address of the same exchange.")
    private @Nullable String rest;

    @Option(names = "--socket-url", paramLabel = "URL", description = "Another address of its WebSocket.")
    private @Nullable String socket;

    /// Variables count only where no exchange is named: they are addresses of the usual one.
    ///
    /// @throws IllegalArgumentException if an address is none, or plain text beyond this machine
    Endpoints endpoints(Environment environment) {
        Exchange chosen = exchange();
        boolean isUsual = exchange == null;
        Optional<String> info = isUsual ? environment.variable(INFO_VARIABLE) : Optional.empty();
        Optional<String> stream = isUsual ? environment.variable(SOCKET_VARIABLE) : Optional.empty();
        return Endpoints.of(
                rest == null ? info.map(ExchangeOptions::base).orElse(chosen.rest) : rest,
                socket == null ? stream.orElse(chosen.socket) : socket,
                chosen.network);
    }

    private static String base(String info) {
        if (!info.endsWith("/info")) {
            throw new IllegalArgumentException(INFO_VARIABLE + " must end with /info: " + info);
        }
        return info.substring(0, info.length() - "/info".length());
    }

    Exchange exchange() {
        return exchange == null ? Exchange.MAINNET : exchange;
    }
}
