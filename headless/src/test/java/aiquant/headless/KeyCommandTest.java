package aiquant.headless;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyCommandTest {
    private static final String KEY = "0x0000000000000000000000000000000000000000000000000000000000000001";
    private static final String ADDRESS = "0x7e5f4552091a69125d5dfcb7b8c2659029395bdf";
    private static final String PASSWORD = "correct horse";

    @TempDir
    Path folder;

    @Test
    void writesAKeyThatOnlyItsPasswordOpens() throws IOException {
        Path file = folder.resolve("agent.key");

        Program.Ended created = run(KEY + " \r\n" + PASSWORD + "\n", "key", "create", file.toString());

        assertThat(created.err()).isEmpty();
        assertThat(created.out()).containsExactly(ADDRESS);
        assertThat(created.code()).isZero();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(Files.readString(file)).doesNotContain(KEY.substring(2)).contains(ADDRESS);
        assertThat(run("", "key", "show", file.toString()).out()).containsExactly(ADDRESS);
        assertThat(run(PASSWORD, "key", "check", file.toString()).out())
                .containsExactly(ADDRESS + ": the password opens it");
        Program.Ended wrong = run("another password\n", "key", "check", file.toString());
        assertThat(wrong.code()).isEqualTo(1);
        assertThat(wrong.err()).singleElement().asString().contains("not the password of the key file");
    }

    @Test
    void makesAKeyThatNobodySees() throws IOException {
        Path file = folder.resolve("agent.key");

        Program.Ended created = run(PASSWORD + "\n", "key", "create", "--generate", file.toString());

        assertThat(created.out()).singleElement().asString().matches("0x[0-9a-f]{40}");
        assertThat(run(PASSWORD + "\n", "key", "check", file.toString()).code()).isZero();
    }

    @Test
    void writesNothingWhereSomethingIsWrong() throws IOException {
        Path file = folder.resolve("agent.key");

        assertThat(run("12\n" + PASSWORD + "\n", "key", "create", file.toString())
                        .err())
                .containsExactly("aiquant: a private key has 64 hexadecimal digits after 0x, this has 2");
        assertThat(run(KEY + "\nshort\n", "key", "create", file.toString()).err())
                .containsExactly("aiquant: the password of the new file must have at least 10 characters");
        assertThat(run(KEY + "\n", "key", "create", file.toString()).err())
                .containsExactly("aiquant: nothing was given as the password of the new file");
        assertThat(file).doesNotExist();
        Files.writeString(file, "mine");
        assertThat(run(KEY + "\n", "key", "create", file.toString()).err())
                .containsExactly("aiquant: " + file + " exists already; choose another name");
        assertThat(Files.readString(file)).isEqualTo("mine");
    }

    private static Program.Ended run(String input, String... arguments) {
        InputStream before = System.in;
        try {
            System.setIn(new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)));
            return Program.run(arguments);
        } finally {
            System.setIn(before);
        }
    }
}
