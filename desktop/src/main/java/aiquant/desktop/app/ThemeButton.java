package aiquant.desktop.app;

import aiquant.desktop.theme.Theme;
import javafx.scene.control.Button;

/// Switches between dark and light; says where it leads.
final class ThemeButton extends Button {

    ThemeButton(Theme theme) {
        setId("theme");
        getStyleClass().addAll("small", "flat");
        setOnAction(_ -> theme.apply(!theme.isDark()));
        theme.palette().subscribe(_ -> {
            setText(theme.isDark() ? "Light" : "Dark");
            setAccessibleText("Switch to the " + (theme.isDark() ? "light" : "dark") + " theme");
        });
    }
}
