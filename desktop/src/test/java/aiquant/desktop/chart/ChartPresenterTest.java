package aiquant.desktop.chart;

import static org.assertj.core.api.Assertions.assertThat;

import aiquant.desktop.app.Selection;
import aiquant.desktop.plot.Journey;
import aiquant.desktop.plot.Mark;
import aiquant.desktop.scripted.ScriptedEngine;
import aiquant.desktop.theme.Palette;
import aiquant.engine.EngineView;
import aiquant.engine.Mode;
import aiquant.kernel.market.Symbol;
import org.junit.jupiter.api.Test;

class ChartPresenterTest {

    private static final Palette PALETTE = new Palette(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
    private final ScriptedEngine engine = new ScriptedEngine(Mode.REPLAY);
    private final Selection selection = new Selection();
    private final ChartPresenter presenter = new ChartPresenter(engine, selection, PALETTE);

    @Test
    void appendsNewBarsAndCountsEveryFillOnce() {
        selection.select(new Symbol("BTC"));
        presenter.show(engine.view());
        int before = presenter.plot().bars().size();

        for (int i = 0; i < 200; i++) {
            engine.step();
            presenter.show(engine.view());
        }

        assertThat(presenter.plot().bars().size()).isEqualTo(before + 200);
        assertThat(presenter.plot().marks()).hasSize(fills("BTC")).doesNotHaveDuplicates();
    }

    @Test
    void startsOverForAnotherSymbol() {
        selection.select(new Symbol("BTC"));
        presenter.show(engine.view());

        selection.select(new Symbol("XRP"));
        presenter.show(engine.view());

        assertThat(presenter.plot().bars().close(1_199)).isLessThan(10);
        assertThat(presenter.plot().marks()).hasSize(fills("XRP"));
    }

    @Test
    void joinsEntryAndExitToAJourneyWithItsResult() {
        selection.select(new Symbol("ETH"));
        presenter.show(engine.view());

        Journey journey = presenter.plot().journeys().getFirst();
        Mark entry = presenter.plot().marks().getFirst();

        assertThat(entry.kind()).isEqualTo(Mark.Kind.ENTRY);
        assertThat(journey.entryBar()).isEqualTo(entry.bar());
        assertThat(journey.exitBar()).isGreaterThan(journey.entryBar());
        boolean rose = journey.exitPrice() > journey.entryPrice();
        assertThat(journey.profit() > 0).isEqualTo(rose == entry.buy());
    }

    @Test
    void showsTheLiveLevelsOfAnOpenPosition() {
        Symbol held = engine.held().orElseThrow();
        selection.select(held);

        presenter.show(engine.view());

        EngineView.PositionRow row = engine.view().positions().getFirst();
        assertThat(presenter.plot().levels().getFirst().current())
                .isEqualTo(row.stop().orElseThrow());
        assertThat(presenter.plot().journeys().getLast().open()).isTrue();
    }

    private int fills(String symbol) {
        return engine.chart(new Symbol(symbol), 0).fills().size();
    }
}
