package aiquant.desktop.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ViewportTest {

    private final Viewport viewport = new Viewport();

    @Test
    void followsTheNewestBarByDefault() {
        viewport.total(1_000);
        viewport.total(1_001);

        // 1000.5 is the right edge of bar 1000; 6 % of 160 bars are kept free beyond it.
        assertThat(viewport.right()).isEqualTo(1_000.5 + 9.6, within(1e-9));
        assertThat(viewport.followsNewest()).isTrue();
    }

    @Test
    void staysWhereItWasPannedToWhileBarsArrive() {
        viewport.total(1_000);
        viewport.pan(-200);
        double left = viewport.left();

        viewport.total(1_500);

        assertThat(viewport.left()).isEqualTo(left);
        assertThat(viewport.followsNewest()).isFalse();
    }

    @Test
    void followsAgainWhenPannedBackToTheEnd() {
        viewport.total(1_000);
        viewport.pan(-200);

        viewport.pan(500);

        assertThat(viewport.followsNewest()).isTrue();
    }

    @Test
    void keepsTheBarUnderThePointerWhileZooming() {
        viewport.total(10_000);
        viewport.pan(-3_000);
        double anchor = viewport.left() + viewport.span() * 0.25;

        viewport.zoom(2, anchor);

        assertThat(viewport.span()).isEqualTo(320);
        assertThat((anchor - viewport.left()) / viewport.span()).isEqualTo(0.25, within(1e-9));
    }

    @Test
    void keepsTheNewestBarWhileZoomingAtTheEnd() {
        viewport.total(10_000);

        viewport.zoom(0.5, 9_950);

        assertThat(viewport.followsNewest()).isTrue();
        assertThat(viewport.span()).isEqualTo(80);
    }

    @Test
    void showsEverythingWhenFitted() {
        viewport.total(5_000);

        viewport.fit();

        assertThat(viewport.left()).isLessThanOrEqualTo(0);
        assertThat(viewport.right()).isGreaterThan(4_999);
    }

    @Test
    void neverShowsFewerThanTheLeastBars() {
        viewport.total(100);

        viewport.zoom(0.0001, 99);

        assertThat(viewport.span()).isEqualTo(Viewport.LEAST_BARS);
    }
}
