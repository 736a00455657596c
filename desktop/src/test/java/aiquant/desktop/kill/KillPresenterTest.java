package aiquant.desktop.kill;

import static org.assertj.core.api.Assertions.assertThat;

import aiquant.desktop.command.Commands;
import aiquant.desktop.command.Notice;
import aiquant.desktop.scripted.ScriptedEngine;
import aiquant.engine.EngineCommand;
import aiquant.engine.Mode;
import aiquant.engine.risk.KillLevel;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class KillPresenterTest {

    private final ScriptedEngine engine = new ScriptedEngine(Mode.PAPER);
    private final List<Notice> notices = new ArrayList<>();
    private final KillPresenter presenter = new KillPresenter(new Commands(engine, Runnable::run, notices::add));

    @Test
    void statesWhoHaltedAndWhen() {
        presenter.halt();

        presenter.show(engine.view());

        assertThat(state().level()).isEqualTo(KillLevel.HALTED);
        assertThat(state().fact()).isEqualTo("Halted 12:00:00 by operator");
        assertThat(state().scope()).isEqualTo("paper-1, PAPER");
    }

    @Test
    void listsEveryOpenPositionForTheFlattenDialog() {
        presenter.show(engine.view());

        assertThat(state().positions()).hasSameSizeAs(engine.view().positions());
        assertThat(state().positions().getFirst())
                .contains(engine.held().orElseThrow().name());
    }

    @Test
    void tellsWhyTheEngineRefused() {
        presenter.resume("  ");

        assertThat(notices).singleElement().satisfies(notice -> {
            assertThat(notice.kind()).isEqualTo(Notice.Kind.REFUSED);
            assertThat(notice.text()).contains("a reason is needed");
        });
    }

    @Test
    void passesTheReasonToResumeOn() {
        presenter.halt();

        presenter.resume(" checked the feed ");

        assertThat(engine.commands).last().isEqualTo(new EngineCommand.Resume("checked the feed"));
    }

    private KillState state() {
        return presenter.state().get().orElseThrow();
    }
}
