package aiquant.desktop.command;

import aiquant.desktop.bridge.Pulse;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/// Notices at the lower right edge; each leaves by itself, refusals stay longer.
public final class Notices extends VBox {

    private static final int MOST = 4;
    private static final long DONE_MILLIS = 4_000;
    private static final long REFUSED_MILLIS = 10_000;

    private final Pulse pulse;

    public Notices(Pulse pulse) {
        this.pulse = pulse;
        setId("notices");
        setMouseTransparent(true);
        setAlignment(Pos.BOTTOM_RIGHT);
        getStyleClass().add("notices");
    }

    public void show(Notice notice) {
        Label label = new Label(notice.text());
        label.setWrapText(true);
        label.setMaxWidth(460);
        label.getStyleClass().addAll("notice", notice.kind() == Notice.Kind.DONE ? "notice-done" : "notice-refused");
        getChildren().add(label);
        if (getChildren().size() > MOST) {
            getChildren().removeFirst();
        }
        long millis = notice.kind() == Notice.Kind.DONE ? DONE_MILLIS : REFUSED_MILLIS;
        pulse.after(millis, () -> getChildren().remove(label));
    }
}
