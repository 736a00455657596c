import org.jspecify.annotations.NullMarked;

/// Exact decimals for everything that is booked.
@NullMarked
module aiquant.money {
    requires static org.jspecify;

    exports aiquant.money;
}
