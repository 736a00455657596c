package aiquant.desktop.watchlist;

import aiquant.desktop.bridge.Pulse;
import aiquant.desktop.table.Row;
import aiquant.desktop.table.Tone;
import aiquant.kernel.market.Symbol;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/// Two lines per symbol. The price flashes for a moment when it moves, unless it moves all the time.
final class WatchCell extends ListCell<Row<WatchItem>> {

    private static final PseudoClass UP = PseudoClass.getPseudoClass("flash-up");
    private static final PseudoClass DOWN = PseudoClass.getPseudoClass("flash-down");
    private static final long FLASH_MILLIS = 300;
    private static final long CALM_NANOS = 450_000_000;

    private final Pulse pulse;
    private final GridPane grid = new GridPane();
    private final Label symbol = new Label();
    private final Label position = new Label();
    private final Label price = new Label();
    private final Label change = new Label();
    private final Label quoted = new Label();
    private final Label signal = new Label();
    private final Label blocking = new Label();
    private final Sparkline spark = new Sparkline();
    private Subscription values = Subscription.EMPTY;
    private Optional<Symbol> shown = Optional.empty();
    private long changeNo;
    private long changedAtNanos;

    WatchCell(Pulse pulse) {
        this.pulse = pulse;
        symbol.getStyleClass().add("watch-symbol");
        position.getStyleClass().add("watch-side");
        price.getStyleClass().add("watch-price");
        signal.getStyleClass().add("watch-signal");
        change.getStyleClass().add("watch-change");
        blocking.getStyleClass().add("faint");
        blocking.setMinWidth(0);
        blocking.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(blocking, Priority.ALWAYS);
        symbol.setMinWidth(USE_PREF_SIZE);
        signal.setMinWidth(USE_PREF_SIZE);
        position.setMinWidth(USE_PREF_SIZE);
        HBox name = new HBox(6, symbol, position);
        name.setAlignment(Pos.CENTER_LEFT);
        HBox thought = new HBox(6, signal, blocking, quoted, change);
        thought.setAlignment(Pos.CENTER_LEFT);
        price.setMaxWidth(Double.MAX_VALUE);
        price.setAlignment(Pos.CENTER_RIGHT);
        quoted.getStyleClass().add("watch-change");
        quoted.setMinWidth(USE_PREF_SIZE);
        change.setMinWidth(USE_PREF_SIZE);
        price.setMinWidth(92);
        grid.setHgap(8);
        grid.add(name, 0, 0);
        grid.add(thought, 0, 1, 3, 1);
        grid.add(spark, 1, 0);
        grid.add(price, 2, 0);
        GridPane.setHgrow(name, Priority.ALWAYS);
        GridPane.setHgrow(thought, Priority.ALWAYS);
        GridPane.setFillWidth(thought, true);
        grid.setMinWidth(0);
        setPrefWidth(0);
        getStyleClass().add("watch-cell");
    }

    @Override
    protected void updateItem(@Nullable Row<WatchItem> row, boolean empty) {
        super.updateItem(row, empty);
        values.unsubscribe();
        values = Subscription.EMPTY;
        calm();
        if (empty || row == null) {
            shown = Optional.empty();
            setGraphic(null);
            return;
        }
        values = row.subscribe(this::show);
        setGraphic(grid);
    }

    private void show(WatchItem item) {
        symbol.setText(item.symbol().name());
        price.setText(item.price());
        change.setText(item.change());
        item.changeTone().applyTo(change);
        spark.show(item.spark());
        position.setText(item.position());
        item.positionTone().applyTo(position);
        signal.setText(item.signal());
        signal.setVisible(!item.signal().isEmpty());
        signal.setManaged(!item.signal().isEmpty());
        item.signalTone().applyTo(signal);
        quoted.setText(item.quoted());
        quoted.setVisible(!item.quoted().isEmpty());
        quoted.setManaged(!item.quoted().isEmpty());
        item.quotedTone().applyTo(quoted);
        blocking.setText(item.blocking());
        Tone.FAINT.applyTo(blocking);
        flash(item);
    }

    private void flash(WatchItem item) {
        boolean moved = shown.isPresent() && shown.get().equals(item.symbol()) && item.changeNo() != changeNo;
        shown = Optional.of(item.symbol());
        changeNo = item.changeNo();
        if (!moved) {
            return;
        }
        long now = System.nanoTime();
        boolean calm = now - changedAtNanos > CALM_NANOS;
        changedAtNanos = now;
        if (calm) {
            pseudoClassStateChanged(item.direction() > 0 ? UP : DOWN, true);
            pulse.after(FLASH_MILLIS, this::calm);
        }
    }

    private void calm() {
        pseudoClassStateChanged(UP, false);
        pseudoClassStateChanged(DOWN, false);
    }
}
