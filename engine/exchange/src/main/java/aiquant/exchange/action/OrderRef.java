package aiquant.exchange.action;

/// Which order is meant: by the venue's number or by ours.
public sealed interface OrderRef permits Oid, Cloid {}
