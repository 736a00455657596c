package aiquant.exchange.action;

/// Something asked of the venue that has to be signed.
///
/// Each action describes its fields once, as an ordered JSON tree: the same tree is sent and, in that order, hashed.
public sealed interface Action permits L1Action, UserSignedAction {

    /// The venue's word for it: `order`, `cancel`, …
    String type();

    /// How many elements it carries: what its weight and the address's allowance are counted by.
    default int count() {
        return 1;
    }
}
