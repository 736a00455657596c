package aiquant.gpu.translator;

import aiquant.gpu.translator.Code.DeviceMethod;
import com.sun.source.tree.ArrayAccessTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.CompoundAssignmentTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.UnaryTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreeScanner;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.VariableElement;

/// Which structs and arrays each method writes, through calls too.
final class Writes {
    private final Code code;
    private final Map<VariableElement, VariableElement> roots = new HashMap<>();
    private final Set<VariableElement> written = new HashSet<>();

    Writes(Code code) {
        this.code = code;
        code.methods().forEach(method -> new Roots().scan(method.tree(), null));
        int before;
        do {
            before = written.size();
            code.methods().forEach(method -> new Marks().scan(method.tree(), null));
        } while (written.size() > before);
    }

    /// Whether something reachable through the variable is written. A struct local that stands for an array's element
    /// counts as the array.
    boolean isWritten(VariableElement variable) {
        return written.contains(root(variable));
    }

    /// Whether a call writes what it is given.
    boolean isImpure(MethodInvocationTree call) {
        return code.called(call.getMethodSelect()).map(this::isImpure).orElse(false);
    }

    private boolean isImpure(DeviceMethod method) {
        return method.element().getParameters().stream().anyMatch(this::isWritten);
    }

    private VariableElement root(VariableElement variable) {
        return roots.getOrDefault(variable, variable);
    }

    private Optional<VariableElement> root(Tree tree) {
        return switch (tree) {
            case IdentifierTree _ -> code.variable(tree).map(this::root);
            case MemberSelectTree select -> root(select.getExpression());
            case ArrayAccessTree access -> root(access.getExpression());
            case ParenthesizedTree inner -> root(inner.getExpression());
            default -> Optional.empty();
        };
    }

    /// Struct locals that stand for an element of an array.
    private final class Roots extends TreeScanner<Void, Void> {
        @Override
        public Void visitVariable(VariableTree tree, Void nothing) {
            if (code.kind(tree) == Kind.STRUCT && tree.getInitializer() instanceof ArrayAccessTree access) {
                code.variable(tree).ifPresent(local -> root(access).ifPresent(root -> roots.put(local, root)));
            }
            return super.visitVariable(tree, null);
        }
    }

    private final class Marks extends TreeScanner<Void, Void> {
        /// A plain assignment to a local changes nothing outside.
        private void mark(Tree target) {
            if (!(target instanceof IdentifierTree)) {
                root(target).ifPresent(written::add);
            }
        }

        @Override
        public Void visitAssignment(AssignmentTree tree, Void nothing) {
            mark(tree.getVariable());
            return super.visitAssignment(tree, null);
        }

        @Override
        public Void visitCompoundAssignment(CompoundAssignmentTree tree, Void nothing) {
            mark(tree.getVariable());
            return super.visitCompoundAssignment(tree, null);
        }

        @Override
        public Void visitUnary(UnaryTree tree, Void nothing) {
            if (Forms.isStep(tree)) {
                mark(tree.getExpression());
            }
            return super.visitUnary(tree, null);
        }

        @Override
        public Void visitMethodInvocation(MethodInvocationTree tree, Void nothing) {
            code.called(tree.getMethodSelect()).ifPresent(callee -> {
                int count = Math.min(
                        tree.getArguments().size(),
                        callee.element().getParameters().size());
                for (int i = 0; i < count; i++) {
                    if (isWritten(callee.parameter(i))) {
                        root(tree.getArguments().get(i)).ifPresent(written::add);
                    }
                }
            });
            return super.visitMethodInvocation(tree, null);
        }
    }
}
