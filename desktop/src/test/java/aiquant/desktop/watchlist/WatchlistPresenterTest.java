package aiquant.desktop.watchlist;

import static org.assertj.core.api.Assertions.assertThat;

import aiquant.desktop.app.Selection;
import aiquant.desktop.scripted.ScriptedEngine;
import aiquant.desktop.table.Row;
import aiquant.desktop.table.Tone;
import aiquant.engine.Mode;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class WatchlistPresenterTest {

    @Test
    void saysOfEveryQuotedPriceWhoSaidItAndHowLongAgo() {
        WatchlistPresenter presenter = new WatchlistPresenter(new Selection());

        presenter.show(new ScriptedEngine(Mode.PAPER).view());

        Map<String, WatchItem> items = presenter.shown().stream()
                .map(Row::value)
                .collect(Collectors.toMap(item -> item.symbol().name(), Function.identity()));
        assertThat(items.values().stream().map(WatchItem::quoted).distinct())
                .containsExactlyInAnyOrderElementsOf(List.of("sidecar 0.4 s", "exchange 3.2 s", "database 1 min", ""));
        assertThat(items.values())
                .allSatisfy(item -> assertThat(item.quotedTone())
                        .as(item.symbol().name())
                        .isEqualTo(item.quoted().startsWith("database") ? Tone.WARN : Tone.FAINT));
    }
}
