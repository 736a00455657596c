package aiquant.gpu.translator;

import aiquant.gpu.translator.Code.DeviceMethod;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.util.TreeScanner;
import java.util.HashSet;
import java.util.Set;

/// Finds calls that come back to a method under way: the stack of a device is fixed.
final class CallCheck {
    private final Code code;
    private final Problems problems;
    private final Set<DeviceMethod> underWay = new HashSet<>();
    private final Set<DeviceMethod> done = new HashSet<>();

    private CallCheck(Code code, Problems problems) {
        this.code = code;
        this.problems = problems;
    }

    static void check(Code code, Problems problems) {
        CallCheck check = new CallCheck(code, problems);
        code.methods().forEach(check::visit);
    }

    private void visit(DeviceMethod method) {
        if (!done.add(method)) {
            return;
        }
        underWay.add(method);
        new TreeScanner<Void, Void>() {
            @Override
            public Void visitMethodInvocation(MethodInvocationTree call, Void nothing) {
                ExpressionTree select = call.getMethodSelect();
                code.called(select).ifPresent(callee -> {
                    if (underWay.contains(callee)) {
                        problems.add(method.owner().unit(), call, "K01", "'" + select + "' calls itself");
                    } else {
                        visit(callee);
                    }
                });
                return super.visitMethodInvocation(call, null);
            }
        }.scan(method.tree(), null);
        underWay.remove(method);
    }
}
