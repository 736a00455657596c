package aiquant.desktop.plot;

import aiquant.desktop.theme.Palette;

/// The theme's colours as opaque pixels.
record Ink(int background, int grid, int up, int down, int upVolume, int downVolume, int profit, int loss, int mark) {

    static Ink of(Palette palette) {
        return new Ink(
                Palette.argb(palette.background()),
                Palette.argb(palette.grid()),
                Palette.argb(palette.profit()),
                Palette.argb(palette.loss()),
                mix(palette.profit(), palette.background()),
                mix(palette.loss(), palette.background()),
                Palette.argb(palette.profit()),
                Palette.argb(palette.loss()),
                Palette.argb(palette.text()));
    }

    /// A quarter of `colour` over `under`.
    private static int mix(int colour, int under) {
        int mixed = 0xff;
        for (int shift = 16; shift >= 0; shift -= 8) {
            mixed = mixed << 8 | ((colour >> shift & 0xff) + 3 * (under >> shift & 0xff)) / 4;
        }
        return mixed;
    }
}
