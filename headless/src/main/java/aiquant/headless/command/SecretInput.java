package aiquant.headless.command;

import aiquant.headless.command.Failures.CommandFailed;
import java.io.Console;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/// Asks for secrets: at a terminal without showing what is typed, else a line each from standard input.
///
/// Never from the command line, where every process of the machine could read them. The caller wipes what it gets.
final class SecretInput {
    private static final int MOST_BYTES = 4096;
    private static final int SHORTEST_PASSWORD = 10;

    private final Optional<Console> terminal;
    private final InputStream in;

    private SecretInput(Optional<Console> terminal, InputStream in) {
        this.terminal = terminal;
        this.in = in;
    }

    static SecretInput system() {
        return new SecretInput(Optional.ofNullable(System.console()).filter(Console::isTerminal), System.in);
    }

    /// @param what what is asked for, in the words of the question
    char[] ask(String what) throws IOException {
        char[] answer = terminal.isPresent() ? atTerminal(terminal.get(), what) : line(what);
        if (answer.length == 0) {
            throw new CommandFailed("nothing was given as the " + what);
        }
        return answer;
    }

    /// A password for something new: twice where a person types it.
    char[] askNewPassword(String what) throws IOException {
        char[] password = ask(what);
        if (password.length < SHORTEST_PASSWORD) {
            Arrays.fill(password, '\0');
            throw new CommandFailed("the " + what + " must have at least " + SHORTEST_PASSWORD + " characters");
        }
        if (terminal.isPresent()) {
            char[] again = ask(what + " once more");
            boolean isSame = Arrays.equals(password, again);
            Arrays.fill(again, '\0');
            if (!isSame) {
                Arrays.fill(password, '\0');
                throw new CommandFailed("the two passwords differ; nothing was written");
            }
        }
        return password;
    }

    private static char[] atTerminal(Console console, String what) {
        return Optional.ofNullable(console.readPassword("%s: ", what)).orElseGet(() -> new char[0]);
    }

    private char[] line(String what) throws IOException {
        byte[] bytes = new byte[MOST_BYTES];
        int length = 0;
        try {
            for (int next = in.read(); next >= 0 && next != '\n'; next = in.read()) {
                if (length == MOST_BYTES) {
                    throw new CommandFailed("the " + what + " has more than " + MOST_BYTES + " bytes");
                }
                bytes[length++] = (byte) next;
            }
            if (length > 0 && bytes[length - 1] == '\r') {
                length--;
            }
            CharBuffer decoded = StandardCharsets.UTF_8.decode(ByteBuffer.wrap(bytes, 0, length));
            char[] text = new char[decoded.remaining()];
            decoded.get(text);
            Arrays.fill(decoded.array(), '\0');
            return text;
        } finally {
            Arrays.fill(bytes, (byte) 0);
        }
    }
}
