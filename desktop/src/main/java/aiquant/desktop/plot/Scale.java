package aiquant.desktop.plot;

/// Where bars and prices lie in a picture of `width` × `height` pixels.
///
/// @param left  bar number at the left edge, fractions included
/// @param right bar number at the right edge
/// @param low   price at the bottom edge
/// @param high  price at the top edge
record Scale(int width, int height, double left, double right, double low, double high) {

    double pixelsPerBar() {
        return width / (right - left);
    }

    double x(double bar) {
        return (bar - left) * pixelsPerBar();
    }

    double bar(double x) {
        return left + x / pixelsPerBar();
    }

    double y(double price) {
        return (high - price) / (high - low) * height;
    }

    double price(double y) {
        return high - y / height * (high - low);
    }

    int row(double price) {
        return (int) Math.round(Math.clamp(y(price), -1e6, 1e6));
    }

    /// The first bar that is at least partly in view.
    int firstBar() {
        return Math.max(0, (int) Math.ceil(left - 0.5));
    }

    /// One past the last bar that is at least partly in view, of `total`.
    int endBar(int total) {
        return Math.clamp((long) Math.floor(right + 0.5) + 1, 0, total);
    }
}
