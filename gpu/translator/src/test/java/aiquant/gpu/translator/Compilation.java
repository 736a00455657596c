package aiquant.gpu.translator;

import com.sun.source.util.JavacTask;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/// Runs javac with the plug-in over sources in memory.
///
/// @param errors `File.java:[line,column] message`, in the order told
/// @param cuda   what was written, if anything was
record Compilation(List<String> errors, Optional<String> cuda) {
    private static final Map<String, String> MARKS = Map.of(
            "DeviceCode", "@interface DeviceCode {}",
            "GpuKernel", "@interface GpuKernel {}",
            "PerThread", "@interface PerThread { String value(); }");

    static Compilation of(Map<String, String> sources) {
        Map<String, String> all = new TreeMap<>(MARKS);
        all.putAll(sources);
        JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
        DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
        List<Source> files = all.entrySet().stream()
                .map(entry -> new Source(entry.getKey(), entry.getValue()))
                .toList();
        try {
            Path folder = Files.createTempDirectory("translator");
            JavacTask task = (JavacTask) javac.getTask(
                    null,
                    null,
                    diagnostics,
                    List.of("-proc:none", "-XDcompilePolicy=simple", "-d", folder.toString()),
                    null,
                    files);
            Path target = folder.resolve("kernel.cu");
            new KernelToCuda().init(task, target.toString());
            task.call();
            List<String> errors = diagnostics.getDiagnostics().stream()
                    .map(one -> "%s:[%d,%d] %s"
                            .formatted(
                                    one.getSource() == null
                                            ? ""
                                            : one.getSource().getName().substring(1),
                                    one.getLineNumber(),
                                    one.getColumnNumber(),
                                    one.getMessage(Locale.ENGLISH)))
                    .toList();
            return new Compilation(
                    errors, Files.exists(target) ? Optional.of(Files.readString(target)) : Optional.empty());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class Source extends SimpleJavaFileObject {
        private final String text;

        Source(String name, String text) {
            super(URI.create("string:///" + name + ".java"), Kind.SOURCE);
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }
}
