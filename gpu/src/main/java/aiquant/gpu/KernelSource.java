package aiquant.gpu;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The CUDA that was generated from the kernel when it was compiled.
///
/// @param text the whole source, prelude included
public record KernelSource(String text) {
    private static final String RESOURCE = "META-INF/aiquant/kernel.cu";
    private static final Pattern ENTRY = Pattern.compile("(?m)^// entry (\\w+):");

    /// @throws IllegalStateException if the kernel was compiled without its translator
    public static KernelSource load() {
        try (InputStream in = KernelSource.class.getClassLoader().getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException(RESOURCE + " is missing; run ./mvnw clean and build again");
            }
            return new KernelSource(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// In hexadecimal; tells which source a PTX was made from.
    public String sha256() {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /// Names of what can be launched.
    public List<String> entries() {
        return ENTRY.matcher(text).results().map(found -> found.group(1)).toList();
    }

    /// How one struct lies in memory.
    ///
    /// @throws IllegalArgumentException if there is none of this name
    public StructLayout struct(String name) {
        Matcher found = Pattern.compile("(?m)^struct " + name + " \\{\n((?: .*\n)*)\\};")
                .matcher(text);
        if (!found.find()) {
            throw new IllegalArgumentException("the device code has no struct " + name);
        }
        return StructLayout.parse(found.group(1));
    }
}
