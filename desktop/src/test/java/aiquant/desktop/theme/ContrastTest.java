package aiquant.desktop.theme;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.RecordComponent;
import java.util.List;
import org.junit.jupiter.api.Test;

class ContrastTest {

    private static final List<String> NOT_TEXT = List.of("background", "grid");

    @Test
    void everyColourOfBothThemesCanBeRead() throws ReflectiveOperationException {
        for (Palette palette : List.of(Palette.DARK, Palette.LIGHT)) {
            for (RecordComponent component : Palette.class.getRecordComponents()) {
                if (!NOT_TEXT.contains(component.getName())) {
                    int colour = (int) component.getAccessor().invoke(palette);
                    assertThat(contrast(colour, palette.background()))
                            .as(component.getName() + " " + Palette.hex(colour) + " on "
                                    + Palette.hex(palette.background()))
                            .isGreaterThanOrEqualTo(4.5);
                }
            }
        }
    }

    /// WCAG 2.2, contrast ratio.
    private static double contrast(int a, int b) {
        double lighter = Math.max(luminance(a), luminance(b));
        double darker = Math.min(luminance(a), luminance(b));
        return (lighter + 0.05) / (darker + 0.05);
    }

    private static double luminance(int rgb) {
        return 0.2126 * linear(rgb >> 16 & 0xff) + 0.7152 * linear(rgb >> 8 & 0xff) + 0.0722 * linear(rgb & 0xff);
    }

    private static double linear(int channel) {
        double part = channel / 255.0;
        return part <= 0.04045 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4);
    }
}
