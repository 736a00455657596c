package aiquant.exchange;

import java.net.URI;
import java.util.Set;

/// Where the exchange is, as three settings that are never derived from one another.
///
/// A proxy or a local simulator has its own addresses and still serves one of the networks: what is signed
/// depends on [Network] alone. Plain text is allowed on this machine only.
///
/// @param rest base of `/info` and `/exchange`
/// @param webSocket the whole address
public record Endpoints(URI rest, URI webSocket, Network network) {
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    public Endpoints {
        check("REST", rest, "https", "http");
        check("WebSocket", webSocket, "wss", "ws");
    }

    public static Endpoints of(String rest, String webSocket, Network network) {
        return new Endpoints(URI.create(rest), URI.create(webSocket), network);
    }

    public URI info() {
        return rest("/info");
    }

    public URI exchange() {
        return rest("/exchange");
    }

    /// Whether both addresses are on this machine: a simulator, where time may be scaled.
    public boolean isLoopback() {
        return isLoopback(rest) && isLoopback(webSocket);
    }

    private URI rest(String path) {
        String base = rest.toString();
        return URI.create((base.endsWith("/") ? base.substring(0, base.length() - 1) : base) + path);
    }

    private static boolean isLoopback(URI address) {
        return LOOPBACK.contains(String.valueOf(address.getHost()));
    }

    private static void check(String what, URI address, String secure, String plain) {
        String scheme = String.valueOf(address.getScheme());
        if (address.getHost() == null || !(scheme.equals(secure) || scheme.equals(plain))) {
            throw new IllegalArgumentException(
                    what + " address must be " + secure + "://host…, on this machine also " + plain + ": " + address);
        }
        if (scheme.equals(plain) && !isLoopback(address)) {
            throw new IllegalArgumentException(
                    what + " address must be " + secure + " unless it is on this machine: " + address);
        }
    }
}
