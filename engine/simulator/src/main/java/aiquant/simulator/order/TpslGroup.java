package aiquant.simulator.order;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Trigger orders that protect one position, and the parent they wait for if they have one.
///
/// Belongs to the exchange's single thread.
public final class TpslGroup {

    private final List<Order> members = new ArrayList<>();
    private Optional<Order> parent;
    private boolean isAsleep;

    /// @param parent the order whose complete fill wakes the group
    public TpslGroup(Optional<Order> parent) {
        this.parent = parent;
        this.isAsleep = parent.isPresent();
    }

    public Optional<Order> parent() {
        return parent;
    }

    public boolean isParent(Order order) {
        return parent.filter(one -> one == order).isPresent();
    }

    public List<Order> members() {
        return List.copyOf(members);
    }

    public void add(Order member) {
        members.add(member);
        member.join(this);
    }

    /// A modified order stands where the old one stood.
    public void replace(Order old, Order replacement) {
        if (isParent(old)) {
            parent = Optional.of(replacement);
        } else {
            members.replaceAll(member -> member == old ? replacement : member);
        }
        replacement.join(this);
    }

    public boolean isAsleep() {
        return isAsleep;
    }

    public void wake() {
        isAsleep = false;
    }
}
