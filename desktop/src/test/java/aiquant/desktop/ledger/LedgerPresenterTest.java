package aiquant.desktop.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import aiquant.desktop.scripted.ScriptedEngine;
import aiquant.desktop.table.Flow;
import aiquant.engine.EngineCommand;
import aiquant.engine.Mode;
import org.junit.jupiter.api.Test;

class LedgerPresenterTest {

    private final ScriptedEngine engine = new ScriptedEngine(Mode.PAPER);
    private final Flow flow = new Flow();
    private final LedgerPresenter presenter = new LedgerPresenter(engine, flow, Runnable::run, Runnable::run);

    @Test
    void readsNewestFirstAndOlderOnDemand() {
        presenter.refresh();
        long newest = engine.view().sequence();
        assertThat(presenter.rows().list().getFirst().value().sequence()).isEqualTo(newest);
        assertThat(presenter.rows().list()).hasSize(200);

        presenter.older();

        assertThat(presenter.rows().list()).hasSize(400);
        assertThat(presenter.rows().list().getLast().value().sequence()).isEqualTo(newest - 399);
    }

    @Test
    void addsWhatWasWrittenSince() {
        presenter.refresh();

        engine.send(new EngineCommand.PauseEntries("test"));
        presenter.refresh();

        assertThat(presenter.rows().list()).hasSize(201);
        assertThat(presenter.rows().list().getFirst().value().kind()).isEqualTo("COMMAND");
    }

    @Test
    void standsStillWhilePaused() {
        presenter.refresh();
        flow.toggle();

        engine.send(new EngineCommand.PauseEntries("test"));
        presenter.refresh();

        assertThat(presenter.rows().list()).hasSize(200);
    }

    @Test
    void findsEntriesByAnyText() {
        engine.send(new EngineCommand.Halt("test"));
        presenter.refresh();

        presenter.search("halt");

        assertThat(presenter.rows().list()).hasSize(1);
        assertThat(presenter.asText()).contains("COMMAND").contains("Halt");
    }
}
