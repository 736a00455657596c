package aiquant.desktop.status;

import static org.assertj.core.api.Assertions.assertThat;

import aiquant.desktop.scripted.ScriptedEngine;
import aiquant.desktop.table.Tone;
import aiquant.engine.Mode;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class StatusPresenterTest {

    private final ScriptedEngine engine = new ScriptedEngine(Mode.REPLAY);
    private final AtomicLong now = new AtomicLong(engine.view().feed().lastMessageMs());
    private final StatusPresenter presenter = new StatusPresenter(now::get, () -> 64L << 20);

    @Test
    void callsAFeedFreshForTwoSecondsOnly() {
        presenter.show(engine.view());
        assertThat(state().feedTone()).isEqualTo(Tone.GOOD);

        now.addAndGet(2_001);
        presenter.tick();

        assertThat(state().feedTone()).isEqualTo(Tone.WARN);
        assertThat(state().age()).isEqualTo("last bar 2.0 s ago");
    }

    @Test
    void doesNotCallAFinishedReplayStale() {
        engine.finish();
        now.addAndGet(60_000);

        presenter.show(engine.view());

        assertThat(state().feedTone()).isEqualTo(Tone.PLAIN);
    }

    @Test
    void tellsProgressAndMemory() {
        presenter.show(engine.view());

        assertThat(state().rounds()).isEqualTo("Round 1,200 of 35,040");
        assertThat(state().memory()).isEqualTo("64 MB");
    }

    private StatusState state() {
        return presenter.state().get().orElseThrow();
    }
}
