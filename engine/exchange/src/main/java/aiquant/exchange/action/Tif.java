package aiquant.exchange.action;

/// How long a limit order lives.
public enum Tif {
    /// Rests until it is filled or cancelled.
    GTC("Gtc"),
    /// Takes what it can at once; the remainder is cancelled.
    IOC("Ioc"),
    /// Post only: refused where it would trade at once.
    ALO("Alo"),
    /// As [#IOC], and shown as a market order in histories.
    FRONTEND_MARKET("FrontendMarket");

    private final String word;

    Tif(String word) {
        this.word = word;
    }

    /// The venue's spelling.
    public String word() {
        return word;
    }
}
