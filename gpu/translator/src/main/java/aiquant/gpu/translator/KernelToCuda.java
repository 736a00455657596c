package aiquant.gpu.translator;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.Plugin;
import com.sun.source.util.TaskEvent;
import com.sun.source.util.TaskListener;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.tools.Diagnostic;

/// The javac plug-in: `-Xplugin:KernelToCuda FILE` checks all device code of the compilation and writes its CUDA to
/// FILE.
///
/// Needs `-XDcompilePolicy=simple`, so that every class is attributed before the first one is changed by later phases.
/// Without device code it does nothing; after a violation it writes nothing.
public final class KernelToCuda implements Plugin {

    @Override
    public String getName() {
        return "KernelToCuda";
    }

    @Override
    public void init(JavacTask task, String... args) {
        if (args.length != 1) {
            throw new IllegalArgumentException("-Xplugin:KernelToCuda takes the file to write, got " + args.length);
        }
        task.addTaskListener(new Listener(task, Path.of(args[0])));
    }

    /// Waits until the last class is attributed. Called by javac's one thread.
    private static final class Listener implements TaskListener {
        private final JavacTask task;
        private final Path target;
        private final Map<String, CompilationUnitTree> units = new LinkedHashMap<>();
        private final Set<String> pending = new HashSet<>();

        Listener(JavacTask task, Path target) {
            this.task = task;
            this.target = target;
        }

        @Override
        public void finished(TaskEvent event) {
            if (event.getKind() == TaskEvent.Kind.PARSE) {
                await(event.getCompilationUnit());
            }
            if (event.getKind() == TaskEvent.Kind.ANALYZE && event.getTypeElement() != null) {
                units.put(event.getSourceFile().getName(), event.getCompilationUnit());
                boolean isAwaited =
                        pending.remove(event.getTypeElement().getQualifiedName().toString());
                if (isAwaited && pending.isEmpty()) {
                    translate();
                }
            }
        }

        private void await(CompilationUnitTree unit) {
            String prefix = Optional.ofNullable(unit.getPackageName())
                    .map(name -> name + ".")
                    .orElse("");
            for (Tree declared : unit.getTypeDecls()) {
                if (declared instanceof ClassTree type) {
                    pending.add(prefix + type.getSimpleName());
                }
            }
        }

        private void translate() {
            Trees trees = Trees.instance(task);
            Code code = Code.of(trees, task.getElements(), units.values());
            if (code.classes().isEmpty()) {
                return;
            }
            Problems problems = new Problems(trees);
            Writes writes = new Writes(code);
            SubsetCheck.check(code, writes, problems);
            if (!problems.isEmpty()) {
                problems.tell();
            } else if (!code.kernels().isEmpty()) {
                write(trees, new Emitter(code, writes).emit());
            }
        }

        private void write(Trees trees, String text) {
            try {
                Files.createDirectories(target.toAbsolutePath().getParent());
                Files.writeString(target, text);
            } catch (IOException e) {
                CompilationUnitTree unit = units.values().iterator().next();
                trees.printMessage(Diagnostic.Kind.ERROR, "cannot write " + target + ": " + e, unit, unit);
            }
        }
    }
}
