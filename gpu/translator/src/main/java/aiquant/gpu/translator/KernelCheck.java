package aiquant.gpu.translator;

import aiquant.gpu.translator.Code.DeviceMethod;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewArrayTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreeScanner;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Checks one `@GpuKernel` method: its parameters, and the arrays each thread needs.
final class KernelCheck {
    static final int MAX_ARRAY_BYTES = 8192;

    private final Code code;
    private final Problems problems;
    private final DeviceMethod kernel;

    KernelCheck(Code code, Problems problems, DeviceMethod kernel) {
        this.code = code;
        this.problems = problems;
        this.kernel = kernel;
    }

    void check() {
        List<? extends VariableTree> parameters = kernel.tree().getParameters();
        boolean hasThread = parameters.size() >= 2
                && code.kind(parameters.get(0)) == Kind.INT
                && code.kind(parameters.get(1)) == Kind.INT;
        if (!hasThread || code.kind(kernel.element().getReturnType()) != Kind.VOID) {
            add(kernel.tree(), "K01", "a kernel is `static void name(int tid, int n, ...)`");
        }
        parameters.forEach(this::parameter);
        int bytes = reachable().stream().mapToInt(this::arrayBytes).sum();
        if (bytes > MAX_ARRAY_BYTES) {
            add(kernel.tree(), "K14", "arrays of a thread take " + bytes + " bytes, more than " + MAX_ARRAY_BYTES);
        }
    }

    private void parameter(VariableTree parameter) {
        Kind kind = code.kind(parameter);
        Optional<String> perThread = Code.perThread(code.variable(parameter).orElseThrow());
        if (kind == Kind.STRUCT) {
            add(parameter, "K05", "a kernel takes structs only as @PerThread arrays");
        } else if (kind == Kind.ARRAY
                && perThread.isEmpty()
                && code.kind(Code.component(code.type(parameter))) == Kind.STRUCT) {
            add(parameter, "K05", "array of structs '" + parameter.getName() + "' is not @PerThread");
        } else if (perThread.isPresent() && !isLength(perThread.get())) {
            add(parameter, "K05", "@PerThread names no int parameter and no length: " + perThread.get());
        }
    }

    private boolean isLength(String text) {
        return text.matches("[1-9][0-9]{0,8}")
                || kernel.tree().getParameters().stream()
                        .anyMatch(one -> one.getName().contentEquals(text) && code.kind(one) == Kind.INT);
    }

    private Set<DeviceMethod> reachable() {
        Set<DeviceMethod> reached = new LinkedHashSet<>();
        reach(kernel, reached);
        return reached;
    }

    private void reach(DeviceMethod method, Set<DeviceMethod> reached) {
        if (!reached.add(method)) {
            return;
        }
        new TreeScanner<Void, Void>() {
            @Override
            public Void visitMethodInvocation(MethodInvocationTree call, Void nothing) {
                code.called(call.getMethodSelect()).ifPresent(callee -> reach(callee, reached));
                return super.visitMethodInvocation(call, null);
            }
        }.scan(method.tree(), null);
    }

    private int arrayBytes(DeviceMethod method) {
        int[] bytes = {0};
        new TreeScanner<Void, Void>() {
            @Override
            public Void visitVariable(VariableTree local, Void nothing) {
                if (local.getInitializer() instanceof NewArrayTree array
                        && array.getDimensions().size() == 1
                        && BodyCheck.length(code, array) instanceof Integer length) {
                    bytes[0] += length * Layout.bytes(code, Code.component(code.type(local)));
                }
                return super.visitVariable(local, null);
            }
        }.scan(method.tree(), null);
        return bytes[0];
    }

    private void add(Tree place, String rule, String text) {
        problems.add(kernel.owner().unit(), place, rule, text);
    }
}
