package aiquant.headless.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class FillOptionsTest {

    @Test
    void fillsAtQuotesOnALiveMarketAndByTheModelOnStoredCandles() {
        assertThat(options().areQuotes(true, 0)).isTrue();
        assertThat(options().areQuotes(true, 10)).isFalse();
        assertThat(options().areQuotes(false, 0)).isFalse();
        assertThat(options("--fills", "model").areQuotes(true, 0)).isFalse();
    }

    @Test
    void refusesQuotesWhereThereAreNone() {
        assertThatThrownBy(() -> options("--fills", "quotes").areQuotes(false, 0))
                .hasMessage("stored candles have no quotes: --fills quotes goes with --exchange");
        assertThatThrownBy(() -> options("--fills", "quotes").areQuotes(true, 5))
                .hasMessage("bars of the past have no quotes: --history goes with --fills model");
    }

    private static FillOptions options(String... arguments) {
        FillOptions options = new FillOptions();
        new CommandLine(options).setCaseInsensitiveEnumValuesAllowed(true).parseArgs(arguments);
        return options;
    }
}
