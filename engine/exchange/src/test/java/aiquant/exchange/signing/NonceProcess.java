package aiquant.exchange.signing;

import aiquant.exchange.action.Address;
import aiquant.exchange.action.Effect;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/// A process that takes nonces and writes them out, one a line, until it is killed. Its clock never moves.
final class NonceProcess {

    static final Address SIGNER = new Address("0x1719884eb866cb12b2287399b15f7db5e7d775ea");

    private NonceProcess() {}

    static Process start(Path folder, Path file, long clockMs) throws IOException {
        return new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-Xshare:auto",
                        "-XX:-UsePerfData",
                        "-Xmx64m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        NonceProcess.class.getName(),
                        file.toString(),
                        Long.toString(clockMs)))
                .redirectError(folder.resolve("child.err").toFile())
                .start();
    }

    public static void main(String[] arguments) {
        SetClock clock = new SetClock(Long.parseLong(arguments[1]));
        Nonces nonces = Nonces.open(Path.of(arguments[0]), SIGNER, 0, clock);
        while (true) {
            long nonce = nonces.next(Effect.INCREASES);
            System.out.println(nonce);
        }
    }
}
