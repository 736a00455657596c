package aiquant.desktop.strip;

import aiquant.desktop.table.Tone;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// The mode strip. The kill switch stands at its right end and is never cut off: the middle gives way first.
public final class StripPanel extends HBox {

    private final StripPresenter presenter;
    private final Label mode = new Label();
    private final Label account = new Label();
    private final Label clock = new Label();
    private final Label runState = new Label();
    private final Block equity = new Block("Equity, USD");
    private final Block dayPnl = new Block("Today");
    private final Block realised = new Block("Realised");
    private final Block fees = new Block("Fees");
    private final HBox speeds = new HBox();
    private final Map<Speed, ToggleButton> buttons = new EnumMap<>(Speed.class);

    public StripPanel(StripPresenter presenter, Node killSwitch) {
        this.presenter = presenter;
        setId("strip");
        getStyleClass().add("strip");
        setAlignment(Pos.CENTER_LEFT);
        mode.setId("mode");
        mode.getStyleClass().add("mode-word");
        mode.setMinWidth(USE_PREF_SIZE);
        runState.setId("run-state");
        runState.getStyleClass().add("run-state");
        runState.setMinWidth(USE_PREF_SIZE);
        account.getStyleClass().add("strip-account");
        clock.getStyleClass().add("faint");
        VBox who = new VBox(account, clock);
        who.setAlignment(Pos.CENTER_LEFT);
        HBox figures = new HBox(who, equity, dayPnl, realised, fees);
        figures.getStyleClass().add("strip-figures");
        figures.setAlignment(Pos.CENTER_LEFT);
        figures.setMinWidth(0);
        makeSpeeds();
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        getChildren().addAll(mode, figures, space, runState, speeds, killSwitch);
        presenter.state().subscribe(this::show);
        presenter.speed().subscribe(this::showSpeed);
    }

    private void makeSpeeds() {
        speeds.setAlignment(Pos.CENTER);
        speeds.setMinWidth(USE_PREF_SIZE);
        speeds.getStyleClass().add("speeds");
        for (Speed speed : Speed.values()) {
            ToggleButton button = new ToggleButton(speed.face());
            button.setId("speed-" + speed.name().toLowerCase(java.util.Locale.ROOT));
            button.setAccessibleText(speed.explanation());
            button.setTooltip(new Tooltip(speed.explanation()));
            button.getStyleClass().addAll("small", pill(speed));
            button.setOnAction(_ -> {
                showSpeed(presenter.speed().get());
                presenter.setSpeed(speed);
            });
            buttons.put(speed, button);
            speeds.getChildren().add(button);
        }
    }

    private static String pill(Speed speed) {
        return switch (speed) {
            case PAUSE -> "left-pill";
            case ONE, FOUR, SIXTEEN -> "center-pill";
            case MAX -> "right-pill";
        };
    }

    private void showSpeed(Optional<Speed> current) {
        buttons.forEach((speed, button) -> button.setSelected(current.isPresent() && current.get() == speed));
    }

    private void show(Optional<StripState> newest) {
        newest.ifPresent(this::show);
    }

    private void show(StripState state) {
        mode.setText(state.mode().label());
        account.setText(state.account());
        clock.setText(state.clock());
        equity.show(state.equity());
        dayPnl.show(state.dayPnl());
        realised.show(state.realised());
        fees.show(state.fees());
        runState.setText(state.runState());
        state.runTone().applyTo(runState);
        boolean fixed = !state.speedReason().isEmpty();
        buttons.values().forEach(button -> button.setDisable(fixed));
        speeds.setAccessibleHelp(state.speedReason());
        if (fixed) {
            Tooltip.install(speeds, new Tooltip(state.speedReason()));
        }
    }

    /// A caption over a figure.
    private static final class Block extends VBox {

        private final Label figure = new Label();
        private final Label detail = new Label();

        Block(String caption) {
            Label title = new Label(caption);
            title.getStyleClass().add("caption");
            figure.getStyleClass().add("strip-figure");
            detail.getStyleClass().add("strip-detail");
            HBox line = new HBox(5, figure, detail);
            line.setAlignment(Pos.BASELINE_LEFT);
            setMinWidth(USE_PREF_SIZE);
            setAlignment(Pos.CENTER_LEFT);
            getChildren().addAll(title, line);
        }

        void show(StripState.Figure state) {
            figure.setText(state.text());
            detail.setText(state.detail());
            detail.setVisible(!state.detail().isEmpty());
            detail.setManaged(!state.detail().isEmpty());
            Tone tone = state.tone();
            tone.applyTo(figure);
            tone.applyTo(detail);
        }
    }
}
