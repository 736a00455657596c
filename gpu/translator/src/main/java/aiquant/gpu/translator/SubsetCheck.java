package aiquant.gpu.translator;

import aiquant.gpu.translator.Code.DeviceClass;
import aiquant.gpu.translator.Code.DeviceMethod;
import com.sun.source.tree.BlockTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;

/// Checks declarations: what classes, fields and methods of device code may look like.
final class SubsetCheck {
    private final Code code;
    private final Problems problems;
    private final Map<String, DeviceClass> names = new HashMap<>();

    private SubsetCheck(Code code, Problems problems) {
        this.code = code;
        this.problems = problems;
    }

    static void check(Code code, Writes writes, Problems problems) {
        SubsetCheck check = new SubsetCheck(code, problems);
        code.classes().forEach(check::type);
        for (DeviceMethod method : code.methods()) {
            check.signature(method);
            if (method.tree().getBody() != null) {
                new BodyCheck(code, writes, problems, method)
                        .statement(method.tree().getBody());
            }
        }
        CallCheck.check(code, problems);
        code.kernels().forEach(kernel -> new KernelCheck(code, problems, kernel).check());
    }

    private void type(DeviceClass owner) {
        ClassTree tree = owner.tree();
        Set<Modifier> flags = tree.getModifiers().getFlags();
        if (tree.getKind() != Tree.Kind.CLASS) {
            add(owner, tree, "K02", "no " + Forms.words(tree) + " in device code");
            return;
        }
        DeviceClass other = names.put(owner.name(), owner);
        if (other != null) {
            add(owner, tree, "K01", "'" + owner.name() + "' is also the name of " + other.element());
        }
        if (!flags.contains(Modifier.FINAL)) {
            add(owner, tree, "K01", "class '" + owner.name() + "' is not final");
        }
        if (owner.element().getEnclosingElement() instanceof TypeElement && !flags.contains(Modifier.STATIC)) {
            add(owner, tree, "K03", "class '" + owner.name() + "' inside another one is not static");
        }
        if (tree.getExtendsClause() != null || !tree.getImplementsClause().isEmpty()) {
            add(owner, tree, "K01", "class '" + owner.name() + "' extends or implements something");
        }
        if (!tree.getTypeParameters().isEmpty()) {
            add(owner, tree, "K02", "class '" + owner.name() + "' has type parameters");
        }
        Set<String> methods = new HashSet<>();
        for (Tree member : tree.getMembers()) {
            switch (member) {
                case VariableTree field -> field(owner, field);
                case MethodTree method -> method(owner, method, methods);
                case BlockTree block -> add(owner, block, "K07", "no initialiser blocks");
                default -> {}
            }
        }
    }

    private void field(DeviceClass owner, VariableTree field) {
        Kind kind = code.kind(field);
        boolean isStatic = field.getModifiers().getFlags().contains(Modifier.STATIC);
        if (isStatic) {
            Object constant = code.constant(field).orElse("");
            boolean isConstant = code.variable(field).orElseThrow().getConstantValue() != null;
            if (!isConstant) {
                add(owner, field, "K07", "static field '" + field.getName() + "' is not a compile-time constant");
            } else if (!kind.isPrimitive()) {
                add(owner, field, "K02", "type of '" + field.getName() + "' is not boolean, int, long or double");
            } else if (constant instanceof Double value && !Double.isFinite(value)) {
                add(owner, field, "K07", "'" + field.getName() + "' is " + value + "; make it from its bits");
            }
            return;
        }
        if (kind == Kind.ARRAY || kind == Kind.STRUCT) {
            add(owner, field, "K03", "field '" + field.getName() + "' of a struct is not primitive");
        } else if (!kind.isPrimitive()) {
            add(owner, field, "K02", "type of '" + field.getName() + "' is not boolean, int, long or double");
        } else if (field.getInitializer() != null) {
            add(owner, field, "K03", "field '" + field.getName() + "' of a struct has an initialiser");
        } else if (field.getModifiers().getFlags().contains(Modifier.FINAL)) {
            add(owner, field, "K03", "field '" + field.getName() + "' of a struct is final");
        }
    }

    private void method(DeviceClass owner, MethodTree method, Set<String> methods) {
        if (method.getReturnType() == null) {
            constructor(owner, method);
            return;
        }
        if (!methods.add(method.getName().toString())) {
            add(owner, method, "K01", "method '" + method.getName() + "' is overloaded");
        }
        if (!method.getModifiers().getFlags().contains(Modifier.STATIC) || method.getBody() == null) {
            add(owner, method, "K01", "method '" + method.getName() + "' is not a static one with a body");
        }
        if (!method.getTypeParameters().isEmpty()) {
            add(owner, method, "K02", "method '" + method.getName() + "' has type parameters");
        }
        if (!method.getThrows().isEmpty()) {
            add(owner, method, "K08", "method '" + method.getName() + "' throws");
        }
    }

    /// Holders of static methods may hide theirs.
    private void constructor(DeviceClass owner, MethodTree constructor) {
        boolean isEmpty = constructor.getParameters().isEmpty()
                && constructor.getBody().getStatements().size() <= 1;
        boolean isHolder = Code.fields(owner, false).isEmpty();
        if (!code.isImplicit(constructor) && !(isEmpty && isHolder)) {
            add(owner, constructor, "K03", "struct '" + owner.name() + "' writes its own constructor");
        }
    }

    private void signature(DeviceMethod method) {
        for (VariableTree parameter : method.tree().getParameters()) {
            TypeMirror type = code.type(parameter);
            Kind kind = code.kind(type);
            if (kind == Kind.ARRAY) {
                Kind component = code.kind(Code.component(type));
                if (component == Kind.ARRAY) {
                    add(method.owner(), parameter, "K05", "array '" + parameter.getName() + "' has two dimensions");
                } else if (!component.isPrimitive() && component != Kind.STRUCT) {
                    unknownType(method.owner(), parameter);
                }
            } else if (!kind.isPrimitive() && kind != Kind.STRUCT) {
                unknownType(method.owner(), parameter);
            }
        }
        Kind returned = code.kind(method.element().getReturnType());
        if (returned == Kind.STRUCT || returned == Kind.ARRAY) {
            String rule = returned == Kind.STRUCT ? "K04" : "K05";
            add(method.owner(), method.tree(), rule, "method '" + method.tree().getName() + "' returns no primitive");
        } else if (returned == Kind.OTHER) {
            add(
                    method.owner(),
                    method.tree(),
                    "K02",
                    "no type '" + method.element().getReturnType() + "'");
        }
    }

    private void unknownType(DeviceClass owner, VariableTree tree) {
        add(owner, tree, "K02", "no type '" + tree.getType() + "' (boolean, int, long, double, @DeviceCode structs)");
    }

    private void add(DeviceClass owner, Tree place, String rule, String text) {
        problems.add(owner.unit(), place, rule, text);
    }
}
