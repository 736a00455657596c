package aiquant.config;

/// Which part of the configuration set a value. Later ones win over earlier ones.
public enum Layer {
    DEFAULT,
    GLOBAL,
    SYMBOL,
    LIVE,
    MODE,
    OVERRIDE
}
