package aiquant.desktop.theme;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.util.List;
import javafx.application.Application;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.Parent;
import javafx.scene.text.Font;

/// The look of the whole program; switched in one place.
public final class Theme {

    private static final List<String> FACES = List.of("Roboto-Regular.ttf", "Roboto-Medium.ttf", "Roboto-Bold.ttf");
    private static final String FONT_FOLDER = "/com/formdev/flatlaf/fonts/roboto/";

    private final ReadOnlyObjectWrapper<Palette> palette = new ReadOnlyObjectWrapper<>(Palette.DARK);
    private final Parent root;
    private boolean dark;

    public Theme(Parent root, boolean dark) {
        this.root = root;
        loadFonts();
        root.getStylesheets().addAll(sheet("bridge.css"), sheet("workstation.css"));
        apply(dark);
    }

    public ReadOnlyObjectProperty<Palette> palette() {
        return palette.getReadOnlyProperty();
    }

    public boolean isDark() {
        return dark;
    }

    public void apply(boolean toDark) {
        dark = toDark;
        Application.setUserAgentStylesheet(
                dark ? new PrimerDark().getUserAgentStylesheet() : new PrimerLight().getUserAgentStylesheet());
        palette.set(dark ? Palette.DARK : Palette.LIGHT);
        root.setStyle(palette.get().css());
    }

    /// A face that cannot be read leaves the system's font in place; the sheet names fallbacks.
    private static void loadFonts() {
        for (String face : FACES) {
            var stream = Theme.class.getResourceAsStream(FONT_FOLDER + face);
            if (stream != null) {
                Font.loadFont(stream, 12);
            }
        }
    }

    private static String sheet(String name) {
        var url = Theme.class.getResource(name);
        if (url == null) {
            throw new IllegalStateException("sheet missing from the program: " + name);
        }
        return url.toExternalForm();
    }
}
