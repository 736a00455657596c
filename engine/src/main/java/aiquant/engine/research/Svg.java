package aiquant.engine.research;

import java.util.Locale;

/// A drawing in the making; coordinates are pixels of its own.
///
/// Not thread-safe.
final class Svg {

    private final StringBuilder out = new StringBuilder();

    /// @param label what a screen reader says
    Svg(double width, double height, String label) {
        out.append(String.format(
                Locale.ROOT,
                "<svg viewBox=\"0 0 %.0f %.0f\" role=\"img\" aria-label=\"%s\">",
                width,
                height,
                Html.escaped(label)));
    }

    Svg line(String cssClass, double x1, double y1, double x2, double y2) {
        return add(String.format(
                Locale.ROOT,
                "<line class=\"%s\" x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\"/>",
                cssClass,
                x1,
                y1,
                x2,
                y2));
    }

    Svg rectangle(String cssClass, double left, double top, double right, double bottom, String title) {
        return add(String.format(
                Locale.ROOT,
                "<rect class=\"%s\" x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\"><title>%s</title></rect>",
                cssClass,
                left,
                top,
                Math.max(0, right - left),
                Math.max(0, bottom - top),
                Html.escaped(title)));
    }

    Svg dot(String cssClass, double x, double y, double radius, String title) {
        return add(String.format(
                Locale.ROOT,
                "<circle class=\"%s\" cx=\"%.1f\" cy=\"%.1f\" r=\"%.1f\"><title>%s</title></circle>",
                cssClass,
                x,
                y,
                radius,
                Html.escaped(title)));
    }

    /// @param style one CSS declaration, ours
    Svg path(String cssClass, String style, CharSequence data, String title) {
        return add(String.format(
                Locale.ROOT,
                "<path class=\"%s\" style=\"%s\" d=\"%s\"><title>%s</title></path>",
                cssClass,
                style,
                data,
                Html.escaped(title)));
    }

    /// @param anchor `start`, `middle` or `end`
    Svg text(String cssClass, String anchor, double x, double y, String text) {
        return add(String.format(
                Locale.ROOT,
                "<text class=\"%s\" text-anchor=\"%s\" x=\"%.1f\" y=\"%.1f\">%s</text>",
                cssClass,
                anchor,
                x,
                y,
                Html.escaped(text)));
    }

    /// Rising straight, around its middle.
    Svg upright(String cssClass, double x, double y, String text) {
        return add(String.format(
                Locale.ROOT,
                "<text class=\"%s\" text-anchor=\"middle\" transform=\"translate(%.1f %.1f) rotate(-90)\">%s</text>",
                cssClass,
                x,
                y,
                Html.escaped(text)));
    }

    /// Rising to the right.
    Svg slanted(String cssClass, double x, double y, String text) {
        return add(String.format(
                Locale.ROOT,
                "<text class=\"%s\" transform=\"translate(%.1f %.1f) rotate(-32)\">%s</text>",
                cssClass,
                x,
                y,
                Html.escaped(text)));
    }

    private Svg add(String markup) {
        out.append(markup);
        return this;
    }

    String markup() {
        return out + "</svg>";
    }
}
