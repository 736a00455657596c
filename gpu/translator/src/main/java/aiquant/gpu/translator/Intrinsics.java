package aiquant.gpu.translator;

import com.sun.source.tree.MethodInvocationTree;
import java.util.Set;
import javax.lang.model.element.ExecutableElement;

/// Methods of the JDK that give equal bits on both sides; the prelude holds their twins.
final class Intrinsics {
    static final Set<String> NAMES = Set.of(
            "Math.max",
            "Math.min",
            "Math.abs",
            "Math.sqrt",
            "Math.floor",
            "Math.ceil",
            "Math.rint",
            "Math.fma",
            "Double.doubleToLongBits",
            "Double.longBitsToDouble",
            "Double.isNaN",
            "Long.numberOfTrailingZeros");

    private Intrinsics() {}

    /// `Class.method` with the class's simple name if it is one of java.lang, else its full name.
    static String name(Code code, MethodInvocationTree call) {
        return code.element(call.getMethodSelect())
                .filter(ExecutableElement.class::isInstance)
                .map(method -> {
                    String owner = String.valueOf(method.getEnclosingElement());
                    String shown = owner.startsWith("java.lang.") ? owner.substring(10) : owner;
                    return shown + "." + method.getSimpleName();
                })
                .orElse(call.getMethodSelect().toString());
    }
}
