package aiquant.engine;

/// What a process that may be killed is doing.
enum Phase {
    STARTING,
    IDLE,
    IN_STEP,
    IN_COMMIT,
    BETWEEN_ORDER_AND_FILL,
    DONE
}
