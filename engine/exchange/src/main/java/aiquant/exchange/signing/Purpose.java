package aiquant.exchange.signing;

/// On whose behalf an action is signed: what a halted engine may still do depends on it.
public enum Purpose {
    /// The strategy's own entries and exits.
    STRATEGY,
    /// Keeping the protective stops of what is held, and finding out the fate of what was sent.
    PROTECTION,
    /// A person's command, such as flatten.
    OPERATOR
}
