package aiquant.headless.command;

import aiquant.config.Environment;
import aiquant.exchange.Endpoints;
import aiquant.headless.command.ExchangeOptions.Exchange;
import aiquant.kernel.market.Symbol;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// The options that choose a market as it happens in place of stored candles.
final class LiveOptions {

    @Option(
            names = "--exchange",
            paramLabel = "NAME",
            description = "Trade the market of mainnet, testnet or simulator as it happens, in place of stored candles:"
                    + " with the sidecar that runs for it, else with one of its own.")
    private @Nullable Exchange exchange;

    @Option(
            names = "--symbols",
            paramLabel = "NAMES",
            split = ",",
            description = "With --exchange: what to trade, such as BTC,kPEPE. Default: AI_QUANT_SYMBOLS, then"
                    + " AI_QUANT_SIDECAR_SYMBOLS.")
    private List<String> symbols = List.of();

    @Option(names = "--rest-url", paramLabel = "URL", description = "Another address of the same exchange.")
    private @Nullable String rest;

    @Option(names = "--socket-url", paramLabel = "URL", description = "Another address of its WebSocket.")
    private @Nullable String socket;

    Optional<Exchange> exchange() {
        return Optional.ofNullable(exchange);
    }

    /// Refuses what only makes sense with an exchange, or without one.
    void check(boolean hasCandles, boolean hasSpeed) {
        if (exchange == null) {
            if (!symbols.isEmpty() || rest != null || socket != null) {
                throw new IllegalArgumentException("--symbols, --rest-url and --socket-url go with --exchange");
            }
        } else if (hasCandles) {
            throw new IllegalArgumentException("--candles and --exchange exclude each other:"
                    + " stored candles, or the market of " + exchange + " as it happens");
        } else if (hasSpeed) {
            throw new IllegalArgumentException(
                    "--speed does not go with --exchange " + exchange + ": time passes there as it does");
        }
    }

    Endpoints endpoints(Exchange chosen) {
        return chosen.endpoints(rest, socket);
    }

    /// @throws IllegalArgumentException if there is none, or a name is none
    List<Symbol> symbols(Environment environment) {
        List<String> names = symbols;
        for (String variable : List.of("AI_QUANT_SYMBOLS", "AI_QUANT_SIDECAR_SYMBOLS")) {
            if (names.isEmpty()) {
                names = words(environment.variable(variable).orElse(""));
            }
        }
        if (names.isEmpty()) {
            throw new IllegalArgumentException("--exchange needs --symbols: what to trade, such as BTC,ETH");
        }
        return names.stream().map(String::strip).map(Symbol::new).distinct().toList();
    }

    private static List<String> words(String text) {
        return Arrays.stream(text.split("[,\\s]+"))
                .filter(word -> !word.isEmpty())
                .toList();
    }
}
