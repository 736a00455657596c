package aiquant.desktop.figures;

import static org.assertj.core.api.Assertions.assertThat;

import aiquant.money.Quantity;
import org.junit.jupiter.api.Test;

class FiguresTest {

    @Test
    void groupsThousandsAndKeepsDecimals() {
        assertThat(Figures.money(1234567.891)).isEqualTo("1,234,567.89");
        assertThat(Figures.money(999.999)).isEqualTo("1,000.00");
        assertThat(Figures.money(0.05)).isEqualTo("0.05");
    }

    @Test
    void writesTheSignOfWhatIsNotZero() {
        assertThat(Figures.signedMoney(12)).isEqualTo("+12.00");
        assertThat(Figures.signedMoney(-12)).isEqualTo("−12.00");
        assertThat(Figures.signedMoney(-0.001)).isEqualTo("0.00");
    }

    @Test
    void showsSixFiguresOfAPrice() {
        assertThat(Figures.price(96_412.5)).isEqualTo("96,412.5");
        assertThat(Figures.price(3.921)).isEqualTo("3.92100");
        assertThat(Figures.price(0.01872)).isEqualTo("0.0187200");
    }

    @Test
    void showsAShortSizeExactlyAndRoundsALongOne() {
        assertThat(Figures.quantity(Quantity.of("0.42"))).isEqualTo("0.42");
        assertThat(Figures.quantity(Quantity.of("0.923994685546442"))).isEqualTo("0.923995");
        assertThat(Figures.quantity(Quantity.of("0.0091512345"))).isEqualTo("0.009151");
        assertThat(Figures.quantity(Quantity.of("41920.84731"))).isEqualTo("41,920.8");
    }

    @Test
    void writesADashWhereThereIsNoNumber() {
        assertThat(Figures.money(Double.NaN)).isEqualTo(Figures.NONE);
        assertThat(Figures.signedPercent(Double.NaN)).isEqualTo(Figures.NONE);
    }

    @Test
    void tellsAgesInTheUnitThatMatters() {
        assertThat(Times.age(420)).isEqualTo("0.4 s");
        assertThat(Times.age(59_999)).isEqualTo("59 s");
        assertThat(Times.age(7_500_000)).isEqualTo("2 h 05 m");
        assertThat(Times.age(-1)).isEqualTo(Figures.NONE);
    }
}
