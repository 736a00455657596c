package aiquant.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import aiquant.kernel.market.Symbol;
import org.junit.jupiter.api.Test;

class ListingTest {

    @Test
    void quotesFiveSignificantFigures() {
        assertThat(listing("BTC").onTick(96_512.34)).isEqualTo(96_512.0);
        assertThat(listing("ETH").onTick(3_320.17)).isEqualTo(3_320.2);
        assertThat(listing("ETH").onTick(987.654)).isEqualTo(987.65);
        assertThat(listing("SOL").onTick(187.126)).isEqualTo(187.13);
        assertThat(listing("XRP").onTick(2.412345)).isEqualTo(2.4123);
    }

    @Test
    void quotesNoMoreDecimalsThanTheLotSizeLeaves() {
        assertThat(listing("kPEPE").onTick(0.012454321)).isEqualTo(0.012454);
        assertThat(listing("ARB").onTick(0.431284)).isEqualTo(0.43128);
        assertThat(listing("ARB").onTick(0.0431284)).isEqualTo(0.04313);
    }

    @Test
    void allowsWholeNumbersOfAnyLength() {
        assertThat(listing("BTC").onTick(123_456.7)).isEqualTo(123_457.0);
    }

    @Test
    void neverQuotesZero() {
        assertThat(listing("kPEPE").onTick(1e-9)).isEqualTo(0.000001);
    }

    @Test
    void tradesWholeLots() {
        assertThat(listing("DOGE").onLot(1_234.5678)).isEqualTo(1_235.0);
        assertThat(listing("SOL").onLot(1.23456)).isEqualTo(1.23);
    }

    private static Listing listing(String name) {
        return Listing.of(new Symbol(name));
    }
}
