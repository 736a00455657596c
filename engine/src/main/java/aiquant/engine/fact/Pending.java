package aiquant.engine.fact;

import aiquant.kernel.decision.Intent;

/// An intent that was decided and recorded but is neither an order nor refused yet.
///
/// @param origin `strategy` or `operator`
public record Pending(String clientOrderId, Intent intent, String origin, long timeMs) {}
