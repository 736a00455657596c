package aiquant.desktop.plot;

import java.util.Arrays;

/// Pixels as an array, with the few shapes a price chart is made of. Everything outside is cut off. One thread.
final class Raster {

    private int[] pixels = {};
    private int width;
    private int height;

    /// Draws into `target` from now on; `target` holds rows of `w` pixels, opaque ARGB.
    void begin(int[] target, int w, int h, int background) {
        pixels = target;
        width = w;
        height = h;
        Arrays.fill(pixels, 0, w * h, background);
    }

    int width() {
        return width;
    }

    int height() {
        return height;
    }

    void rect(int x, int y, int w, int h, int argb) {
        int left = Math.max(0, x);
        int right = Math.min(width, x + w);
        int top = Math.max(0, y);
        int bottom = Math.min(height, y + h);
        if (left >= right) {
            return;
        }
        for (int row = top; row < bottom; row++) {
            int start = row * width;
            if (right - left == 1) {
                pixels[start + left] = argb;
            } else {
                Arrays.fill(pixels, start + left, start + right, argb);
            }
        }
    }

    /// As [#rect], mixed with what is there; `opacity` from 0 to 256.
    void wash(int x, int y, int w, int h, int argb, int opacity) {
        int right = Math.min(width, x + w);
        int bottom = Math.min(height, y + h);
        for (int row = Math.max(0, y); row < bottom; row++) {
            for (int column = Math.max(0, x); column < right; column++) {
                blend(row * width + column, argb, opacity);
            }
        }
    }

    /// A vertical stroke in one column from `top` to `bottom` with soft ends: columns of them make a smooth line.
    void stroke(int x, double top, double bottom, int argb) {
        if (x < 0 || x >= width || bottom <= 0 || top >= height) {
            return;
        }
        int first = (int) Math.floor(top);
        int last = (int) Math.ceil(bottom) - 1;
        for (int row = Math.max(0, first); row <= Math.min(height - 1, last); row++) {
            double covered = Math.min(bottom, row + 1.0) - Math.max(top, row);
            blend(row * width + x, argb, (int) (covered * 256));
        }
    }

    /// A straight line, dashed when `dash` is positive: that many columns drawn, as many left out.
    void line(double x0, double y0, double x1, double y1, int dash, int argb) {
        if (x1 < x0) {
            line(x1, y1, x0, y0, dash, argb);
            return;
        }
        double slope = (y1 - y0) / Math.max(1, x1 - x0);
        double half = Math.max(0.75, Math.abs(slope) / 2 + 0.4);
        int end = Math.min(width - 1, (int) x1);
        for (int x = Math.max(0, (int) x0); x <= end; x++) {
            if (dash > 0 && ((x - (int) x0) / dash) % 2 != 0) {
                continue;
            }
            double y = y0 + (x - x0) * slope;
            stroke(x, y - half, y + half, argb);
        }
    }

    void dashedRow(int fromX, int toX, int y, int dash, int argb) {
        for (int x = Math.max(0, fromX); x < toX; x += dash * 2) {
            rect(x, y, Math.min(dash, toX - x), 1, argb);
        }
    }

    private void blend(int index, int argb, int opacity) {
        if (opacity >= 256) {
            pixels[index] = argb;
            return;
        }
        int under = pixels[index];
        int rest = 256 - opacity;
        int red = ((argb >> 16 & 0xff) * opacity + (under >> 16 & 0xff) * rest) >> 8;
        int green = ((argb >> 8 & 0xff) * opacity + (under >> 8 & 0xff) * rest) >> 8;
        int blue = ((argb & 0xff) * opacity + (under & 0xff) * rest) >> 8;
        pixels[index] = 0xff000000 | red << 16 | green << 8 | blue;
    }
}
