package aiquant.exchange;

/// The chain that a signature is for. A setting of its own: no address of a server says which one is meant.
public enum Network {
    MAINNET("a", "Mainnet"),
    TESTNET("b", "Testnet");

    private final String source;
    private final String chainName;

    Network(String source, String chainName) {
        this.source = source;
        this.chainName = chainName;
    }

    /// The `source` of the phantom agent.
    public String source() {
        return source;
    }

    /// `hyperliquidChain` of user-signed actions.
    public String chainName() {
        return chainName;
    }

    /// @throws IllegalArgumentException if it is neither `mainnet` nor `testnet`
    public static Network ofWord(String word) {
        return switch (word) {
            case "mainnet" -> MAINNET;
            case "testnet" -> TESTNET;
            default -> throw new IllegalArgumentException("network must be mainnet or testnet: '" + word + "'");
        };
    }
}
