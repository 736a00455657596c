package aiquant.desktop.positions;

import static org.assertj.core.api.Assertions.assertThat;

import aiquant.desktop.app.Selection;
import aiquant.desktop.command.Commands;
import aiquant.desktop.command.Notice;
import aiquant.desktop.scripted.ScriptedEngine;
import aiquant.engine.EngineCommand;
import aiquant.engine.Mode;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class PositionsPresenterTest {

    private final List<Notice> notices = new ArrayList<>();
    private final AtomicLong now = new AtomicLong(1_000_000);

    @Test
    void closesAtOnceOnPaper() {
        ScriptedEngine engine = new ScriptedEngine(Mode.PAPER);
        PositionsPresenter presenter = presenter(engine);
        PositionLine line = first(presenter);

        presenter.pressClose(line);

        assertThat(engine.commands).containsExactly(new EngineCommand.ClosePosition(line.symbol()));
        assertThat(notices)
                .singleElement()
                .satisfies(notice -> assertThat(notice.kind()).isEqualTo(Notice.Kind.DONE));
    }

    @Test
    void asksASecondTimeWhenLive() {
        ScriptedEngine engine = new ScriptedEngine(Mode.LIVE);
        PositionsPresenter presenter = presenter(engine);

        presenter.pressClose(first(presenter));

        assertThat(engine.commands).isEmpty();
        assertThat(first(presenter).closing()).endsWith("at market, live");
        presenter.pressClose(first(presenter));
        assertThat(engine.commands).hasSize(1);
    }

    @Test
    void disarmsAfterFourSeconds() {
        ScriptedEngine engine = new ScriptedEngine(Mode.LIVE);
        PositionsPresenter presenter = presenter(engine);
        presenter.pressClose(first(presenter));

        now.addAndGet(4_001);
        presenter.tick();

        assertThat(first(presenter).armed()).isFalse();
        presenter.pressClose(first(presenter));
        assertThat(engine.commands).isEmpty();
    }

    private PositionsPresenter presenter(ScriptedEngine engine) {
        PositionsPresenter presenter =
                new PositionsPresenter(new Commands(engine, Runnable::run, notices::add), new Selection(), now::get);
        presenter.show(engine.view());
        return presenter;
    }

    private static PositionLine first(PositionsPresenter presenter) {
        return presenter.rows().list().getFirst().value();
    }
}
