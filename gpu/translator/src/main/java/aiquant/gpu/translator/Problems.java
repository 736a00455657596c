package aiquant.gpu.translator;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.Trees;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import javax.tools.Diagnostic;

/// Violations of the subset, kept until all are known and then told as compile errors in source order.
final class Problems {
    private final Trees trees;
    private final List<Problem> found = new ArrayList<>();

    Problems(Trees trees) {
        this.trees = trees;
    }

    private record Problem(CompilationUnitTree unit, Tree place, String text, long position) {
        String file() {
            return unit.getSourceFile().getName();
        }
    }

    void add(CompilationUnitTree unit, Tree place, String rule, String text) {
        long position = trees.getSourcePositions().getStartPosition(unit, place);
        found.add(new Problem(unit, place, "kernel subset " + rule + ": " + text, position));
    }

    boolean isEmpty() {
        return found.isEmpty();
    }

    void tell() {
        found.stream()
                .sorted(Comparator.comparing(Problem::file).thenComparing(Problem::position))
                .forEach(problem ->
                        trees.printMessage(Diagnostic.Kind.ERROR, problem.text, problem.place, problem.unit));
    }
}
