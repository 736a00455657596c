package aiquant.headless.command;

import aiquant.exchange.Network;
import aiquant.exchange.action.Address;
import aiquant.exchange.signing.Curve;
import aiquant.exchange.signing.EncryptedKeyFile;
import aiquant.exchange.signing.KeyCost;
import aiquant.exchange.signing.SecretKey;
import aiquant.exchange.signing.Signer;
import aiquant.exchange.signing.SigningPolicy;
import aiquant.headless.command.Failures.CommandFailed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Keeps an agent's private key in a file that is worth nothing without its password.
@Command(
        name = "key",
        description = "Makes and checks the encrypted file that holds the private key of an agent wallet.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {KeyCommand.Create.class, KeyCommand.Show.class, KeyCommand.Check.class})
final class KeyCommand implements Runnable {
    private static final int KEY_BYTES = 32;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "What to do? Try: aiquant key create FILE");
    }

    @Command(
            name = "create",
            description = {
                "Asks for the private key and a password, and writes the encrypted file.",
                "At a terminal nothing that is typed is shown; otherwise both are read from standard input, a line each.",
                "Name the file as agent_key_file in secrets.json."
            },
            mixinStandardHelpOptions = true)
    static final class Create implements Callable<Integer> {
        @Spec
        private CommandSpec spec = CommandSpec.create();

        @Parameters(paramLabel = "FILE", description = "The file to write; must not exist.")
        private Path file = Path.of("");

        @Option(
                names = "--generate",
                description = "Makes a new key instead of asking for one. It is shown to nobody; approve its address as"
                        + " an agent of the account.")
        private boolean isNew;

        @Override
        public Integer call() throws IOException {
            if (Files.exists(file)) {
                throw new CommandFailed(file + " exists already; choose another name");
            }
            SecretInput input = SecretInput.system();
            SecureRandom random = new SecureRandom();
            try (SecretKey key = isNew ? generated(random) : given(input)) {
                Address address = address(key);
                char[] password = input.askNewPassword("password of the new file");
                try {
                    EncryptedKeyFile.write(file, key, address, password, KeyCost.DEFAULT, random);
                    verify(file, password);
                } finally {
                    Arrays.fill(password, '\0');
                }
                spec.commandLine().getOut().println(address);
            }
            return 0;
        }

        /// Any 32 bytes but very few are a key.
        private static SecretKey generated(SecureRandom random) {
            while (true) {
                byte[] bytes = new byte[KEY_BYTES];
                random.nextBytes(bytes);
                try {
                    return SecretKey.take(bytes);
                } catch (IllegalArgumentException _) {
                    // Zero or beyond the curve's order: once in 2^127.
                }
            }
        }

        private static SecretKey given(SecretInput input) throws IOException {
            char[] typed = input.ask("private key of the agent wallet");
            int from = 0;
            int to = typed.length;
            while (from < to && Character.isWhitespace(typed[from])) {
                from++;
            }
            while (to > from && Character.isWhitespace(typed[to - 1])) {
                to--;
            }
            char[] hex = Arrays.copyOfRange(typed, from, to);
            Arrays.fill(typed, '\0');
            return SecretKey.takeHex(hex);
        }
    }

    @Command(
            name = "show",
            description = "Prints the address that the file's key has, without its password.",
            mixinStandardHelpOptions = true)
    static final class Show implements Callable<Integer> {
        @Spec
        private CommandSpec spec = CommandSpec.create();

        @Parameters(paramLabel = "FILE")
        private Path file = Path.of("");

        @Override
        public Integer call() {
            spec.commandLine().getOut().println(EncryptedKeyFile.address(file));
            return 0;
        }
    }

    @Command(
            name = "check",
            description = "Asks for the password and opens the file with it.",
            mixinStandardHelpOptions = true)
    static final class Check implements Callable<Integer> {
        @Spec
        private CommandSpec spec = CommandSpec.create();

        @Parameters(paramLabel = "FILE")
        private Path file = Path.of("");

        @Override
        public Integer call() throws IOException {
            Address address = EncryptedKeyFile.address(file);
            char[] password = SecretInput.system().ask("password of " + address);
            try {
                verify(file, password);
            } finally {
                Arrays.fill(password, '\0');
            }
            spec.commandLine().getOut().println(address + ": the password opens it");
            return 0;
        }
    }

    /// Opens the file as trading will, and looks whether its key has the address the file says.
    private static void verify(Path file, char[] password) {
        try (SecretKey key = EncryptedKeyFile.open(file, password)) {
            Address said = EncryptedKeyFile.address(file);
            Address found = address(key);
            if (!found.equals(said)) {
                throw new CommandFailed(file + " says the address " + said + " but its key has " + found);
            }
        }
    }

    private static Address address(SecretKey key) {
        SigningPolicy nothing = _ -> new SigningPolicy.Verdict.Denied("key", "only the address is asked for");
        return new Signer(key, Network.MAINNET, nothing, Curve.fastest()).address();
    }
}
