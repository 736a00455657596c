package aiquant.simulator.server;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/// Who may sign for which account, and the nonces each signer has used.
///
/// An account signs for itself and for vaults registered under it; agents it approved sign for the same. Belongs to the
/// venue's thread.
final class Wallets {
    static final long MAX_AGENT_MS = 180L * 86_400_000;

    private static final int NONCES_KEPT = 100;
    private static final long OLDEST_MS = 2 * 86_400_000L;
    private static final long NEWEST_MS = 86_400_000L;
    private static final int NAMED_AGENTS = 3;

    /// @param name      empty for the one without
    /// @param untilMs   the agent is gone from then on
    record Agent(String name, String address, String account, long untilMs) {}

    private final Map<String, Agent> agents = new LinkedHashMap<>();
    private final Map<String, String> vaults = new HashMap<>();
    private final Map<String, TreeSet<Long>> nonces = new HashMap<>();

    /// The account that a signer acts for: itself, or the one that approved it.
    Optional<String> accountOf(String signer, long nowMs, boolean isAccount) {
        Agent agent = agents.get(signer);
        if (agent != null) {
            return agent.untilMs() > nowMs ? Optional.of(agent.account()) : Optional.empty();
        }
        return isAccount ? Optional.of(signer) : Optional.empty();
    }

    /// A new agent takes the place of the one with its name.
    ///
    /// @return the text of a refusal
    Optional<String> approve(String account, String address, String name, long untilMs, long nowMs) {
        List<Agent> named = agentsOf(account, nowMs).stream()
                .filter(agent -> !agent.name().isEmpty() && !agent.name().equals(name))
                .toList();
        if (!name.isEmpty() && named.size() >= NAMED_AGENTS) {
            return Optional.of("Too many extra agents.");
        }
        if (agents.containsKey(address) && !agents.get(address).account().equals(account)) {
            return Optional.of("Extra agent already used.");
        }
        agents.values()
                .removeIf(
                        agent -> agent.account().equals(account) && agent.name().equals(name));
        agents.put(address, new Agent(name, address, account, Math.min(untilMs, nowMs + MAX_AGENT_MS)));
        return Optional.empty();
    }

    /// Without the unnamed one.
    List<Agent> agentsOf(String account, long nowMs) {
        return agents.values().stream()
                .filter(agent -> agent.account().equals(account) && agent.untilMs() > nowMs)
                .sorted(Comparator.comparing(Agent::name))
                .toList();
    }

    Optional<Agent> agent(String address, long nowMs) {
        return Optional.ofNullable(agents.get(address)).filter(agent -> agent.untilMs() > nowMs);
    }

    void revoke(String address) {
        agents.remove(address);
    }

    void registerVault(String vault, String master) {
        vaults.put(vault, master);
    }

    Optional<String> masterOf(String vault) {
        return Optional.ofNullable(vaults.get(vault));
    }

    List<String> vaultsOf(String master) {
        List<String> found = new ArrayList<>();
        vaults.forEach((vault, owner) -> {
            if (owner.equals(master)) {
                found.add(vault);
            }
        });
        found.sort(Comparator.naturalOrder());
        return found;
    }

    /// Takes a nonce, or says why it cannot be taken.
    Optional<String> use(String signer, long nonce, long nowMs) {
        TreeSet<Long> used = nonces.computeIfAbsent(signer, _ -> new TreeSet<>());
        if (used.contains(nonce)) {
            return Optional.of("Invalid nonce: duplicate nonce " + nonce);
        }
        if (nonce <= nowMs - OLDEST_MS || (used.size() >= NONCES_KEPT && nonce < used.first())) {
            return Optional.of("Invalid nonce: nonce " + nonce + " is too low");
        }
        if (nonce >= nowMs + NEWEST_MS) {
            return Optional.of("Invalid nonce: nonce " + nonce + " is too far in the future");
        }
        used.add(nonce);
        if (used.size() > NONCES_KEPT) {
            used.pollFirst();
        }
        return Optional.empty();
    }
}
