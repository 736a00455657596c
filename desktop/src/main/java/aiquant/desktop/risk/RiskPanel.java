package aiquant.desktop.risk;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.VBox;

/// Limits as bars, the kill level with its causes, the last refusals and the equity curve.
public final class RiskPanel extends BorderPane {

    private final VBox limits = new VBox();
    private final Label level = new Label();
    private final VBox causes = new VBox(3);
    private final VBox denials = new VBox(6);
    private final List<LimitBar> bars = new ArrayList<>();
    private Optional<RiskState> shown = Optional.empty();

    public RiskPanel(RiskPresenter presenter) {
        setId("risk");
        getStyleClass().add("panel");
        EquityCurve curve = new EquityCurve();
        presenter.equity().subscribe(curve::show);
        limits.getStyleClass().add("limits");
        level.setId("risk-level");
        level.getStyleClass().add("risk-level");
        level.setWrapText(true);
        VBox content = new VBox(
                heading("Equity, USD"),
                curve,
                heading("Limits"),
                limits,
                heading("Kill level"),
                level,
                causes,
                heading("Last refusals"),
                denials);
        content.getStyleClass().add("risk-content");
        ScrollPane scroll = new ScrollPane(content);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().add("edge-to-edge");
        setCenter(scroll);
        presenter.state().subscribe(state -> state.ifPresent(this::show));
    }

    private static Label heading(String text) {
        Label label = new Label(text);
        label.getStyleClass().add("section");
        return label;
    }

    private void show(RiskState state) {
        showLimits(state.limits());
        level.setText(state.level());
        state.levelTone().applyTo(level);
        if (shown.isEmpty() || !shown.get().causes().equals(state.causes())) {
            causes.getChildren()
                    .setAll(state.causes().stream().map(RiskPanel::line).toList());
        }
        if (shown.isEmpty() || !shown.get().denials().equals(state.denials())) {
            denials.getChildren()
                    .setAll(
                            state.denials().isEmpty()
                                    ? List.of(line("Nothing was refused"))
                                    : state.denials().stream()
                                            .map(RiskPanel::denial)
                                            .toList());
        }
        shown = Optional.of(state);
    }

    private void showLimits(List<RiskState.Limit> newest) {
        while (bars.size() < newest.size()) {
            LimitBar bar = new LimitBar();
            bars.add(bar);
            limits.getChildren().add(bar);
        }
        while (bars.size() > newest.size()) {
            limits.getChildren().remove(bars.removeLast());
        }
        for (int i = 0; i < newest.size(); i++) {
            bars.get(i).show(newest.get(i));
        }
    }

    private static Node line(String text) {
        Label label = new Label(text);
        label.setWrapText(true);
        label.getStyleClass().add("faint");
        return label;
    }

    private static Node denial(RiskState.Denial denial) {
        Label head = new Label(denial.symbol() + "  " + denial.check());
        head.getStyleClass().add("denial-head");
        Label time = new Label(denial.time());
        time.getStyleClass().add("faint");
        BorderPane heads = new BorderPane();
        heads.setLeft(head);
        heads.setRight(time);
        return new VBox(heads, line(denial.text()));
    }
}
