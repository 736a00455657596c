package aiquant.desktop.theme;

/// The colours of one theme, named by what they mean, as `0xRRGGBB`.
///
/// Chosen for a contrast of at least 4.5:1 against the theme's background; a test measures it.
public record Palette(
        int background,
        int grid,
        int text,
        int muted,
        int profit,
        int loss,
        int paper,
        int replay,
        int demo,
        int dryLive,
        int live,
        int stale,
        int halted,
        int fast,
        int slow,
        int target,
        int trailing) {

    static final Palette DARK = new Palette(
            0x0d1117, 0x1c232c, 0xe6edf3, 0x9aa4af, 0x2ebd85, 0xff6b7a, 0x58a6ff, 0xb48cff, 0x35c7d0, 0xe3a53a,
            0xff7a45, 0xe3a53a, 0xff5c70, 0xf0b429, 0x6cb2ff, 0x4fd1a5, 0xc79bff);

    static final Palette LIGHT = new Palette(
            0xffffff, 0xe9edf1, 0x1f2328, 0x59636e, 0x067a50, 0xc5203a, 0x0a5bc4, 0x6f3fc4, 0x0a6a73, 0x8a5a00,
            0xb53a00, 0x8a5a00, 0xb4001f, 0x9a6700, 0x0a5bc4, 0x067a50, 0x7a3fc0);

    /// Opaque, as pixel buffers want it.
    public static int argb(int rgb) {
        return 0xff000000 | rgb;
    }

    public static String hex(int rgb) {
        return "#%06x".formatted(rgb);
    }

    /// The looked-up colours for the root node's inline style.
    String css() {
        return "-aiq-text:%s;-aiq-muted:%s;-aiq-grid:%s;-aiq-profit:%s;-aiq-loss:%s;-aiq-paper:%s;-aiq-replay:%s;"
                        .formatted(hex(text), hex(muted), hex(grid), hex(profit), hex(loss), hex(paper), hex(replay))
                + "-aiq-demo:%s;-aiq-dry-live:%s;-aiq-live:%s;-aiq-stale:%s;-aiq-halted:%s;-aiq-on-colour:%s;"
                        .formatted(hex(demo), hex(dryLive), hex(live), hex(stale), hex(halted), hex(background))
                + "-aiq-veil:%sd0;".formatted(hex(background))
                + "-aiq-fast:%s;-aiq-slow:%s;-aiq-target:%s;-aiq-trailing:%s;"
                        .formatted(hex(fast), hex(slow), hex(target), hex(trailing));
    }
}
