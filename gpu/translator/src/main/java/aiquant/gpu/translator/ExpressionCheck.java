package aiquant.gpu.translator;

import aiquant.gpu.translator.Code.DeviceMethod;
import com.sun.source.tree.ArrayAccessTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.CompoundAssignmentTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewArrayTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TypeCastTree;
import com.sun.source.tree.UnaryTree;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.Element;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.VariableElement;

/// Checks the expressions of one method.
final class ExpressionCheck {
    private final Code code;
    private final Writes writes;
    private final Problems problems;
    private final DeviceMethod method;

    ExpressionCheck(Code code, Writes writes, Problems problems, DeviceMethod method) {
        this.code = code;
        this.writes = writes;
        this.problems = problems;
        this.method = method;
    }

    /// A whole right-hand side: it may be a call that writes its arguments.
    void whole(ExpressionTree tree) {
        if (Forms.bare(tree) instanceof MethodInvocationTree call) {
            call(call);
        } else {
            pure(tree);
        }
    }

    /// A condition: it may be a call that writes its arguments, negated or not.
    void condition(ExpressionTree tree) {
        whole(Forms.positive(tree));
    }

    /// An expression in which the order of evaluation does not matter.
    void pure(ExpressionTree tree) {
        switch (tree) {
            case ParenthesizedTree inner -> pure(inner.getExpression());
            case LiteralTree literal -> literal(literal);
            case IdentifierTree name -> name(name);
            case MemberSelectTree select -> select(select);
            case ArrayAccessTree access -> {
                pure(access.getExpression());
                pure(access.getIndex());
            }
            case UnaryTree unary when Forms.isStep(unary) -> add(unary, "K09", "++ and -- are statements");
            case UnaryTree unary -> pure(unary.getExpression());
            case BinaryTree binary -> binary(binary);
            case ConditionalExpressionTree choice -> choice(choice);
            case TypeCastTree cast -> cast(cast);
            case MethodInvocationTree call -> {
                if (writes.isImpure(call)) {
                    add(call, "K09", "a call that writes its arguments is the whole right-hand side");
                }
                call(call);
            }
            case AssignmentTree assignment -> add(assignment, "K09", "an assignment is a statement");
            case CompoundAssignmentTree assignment -> add(assignment, "K09", "an assignment is a statement");
            case NewClassTree made -> add(made, "K04", "`new` only makes a struct local");
            case NewArrayTree made -> add(made, "K05", "`new` only makes a local array");
            default -> add(tree, "K02", "no " + Forms.words(tree));
        }
    }

    private void literal(LiteralTree literal) {
        switch (literal.getKind()) {
            case NULL_LITERAL -> add(literal, "K04", "no null");
            case INT_LITERAL, LONG_LITERAL, DOUBLE_LITERAL, BOOLEAN_LITERAL -> {}
            default -> add(literal, "K02", "no " + Forms.words(literal));
        }
    }

    private void name(IdentifierTree name) {
        if (code.variable(name).isEmpty()) {
            add(name, "K02", "'" + name + "' is no value of device code");
            return;
        }
        VariableElement variable = code.variable(name).orElseThrow();
        if (variable.getModifiers().contains(Modifier.STATIC)) {
            constant(name, variable);
        }
    }

    private void constant(Tree place, VariableElement field) {
        if (field.getConstantValue() == null) {
            add(place, "K07", "static field '" + field.getSimpleName() + "' is not a compile-time constant");
        } else if (field.getConstantValue() instanceof Double value && !Double.isFinite(value)) {
            add(place, "K07", "'" + place + "' is " + value + "; make it from its bits");
        } else if (!code.kind(field.asType()).isPrimitive()) {
            add(place, "K02", "no type '" + field.asType() + "'");
        }
    }

    private void select(MemberSelectTree select) {
        Element element = code.element(select).orElse(null);
        if (element instanceof VariableElement field && field.getModifiers().contains(Modifier.STATIC)) {
            constant(select, field);
        } else if (code.kind(select.getExpression()) == Kind.ARRAY) {
            add(select, "K05", "an array does not know its length");
        } else if (code.kind(select.getExpression()) != Kind.STRUCT) {
            add(select, "K02", "'" + select + "' is no value of device code");
        } else {
            pure(select.getExpression());
        }
    }

    private void binary(BinaryTree binary) {
        ExpressionTree left = binary.getLeftOperand();
        ExpressionTree right = binary.getRightOperand();
        Kind kind = code.kind(left);
        boolean isReference = kind == Kind.STRUCT || kind == Kind.ARRAY || Forms.isNull(left) || Forms.isNull(right);
        if (isReference) {
            add(binary, "K04", "references are never compared");
            return;
        }
        if (binary.getKind() == Tree.Kind.DIVIDE || binary.getKind() == Tree.Kind.REMAINDER) {
            divide(binary, binary.getKind() == Tree.Kind.REMAINDER, code.kind(binary), right);
        }
        pure(left);
        pure(right);
    }

    private void divide(Tree place, boolean isRemainder, Kind kind, ExpressionTree divisor) {
        if (kind == Kind.DOUBLE && isRemainder) {
            add(place, "K10", "no % on double");
        }
        if (kind.isInteger() && !isPositiveConstant(divisor)) {
            add(
                    place,
                    "K10",
                    "integer division by '" + divisor
                            + "' (only by a positive literal; Java throws on zero, CUDA does not)");
        }
    }

    private boolean isPositiveConstant(ExpressionTree tree) {
        ExpressionTree bare = Forms.bare(tree);
        Object value = bare instanceof LiteralTree literal
                ? literal.getValue()
                : code.constant(bare).orElse("");
        return (value instanceof Integer || value instanceof Long) && ((Number) value).longValue() > 0;
    }

    private void choice(ConditionalExpressionTree choice) {
        Kind one = code.kind(choice.getTrueExpression());
        Kind other = code.kind(choice.getFalseExpression());
        if (one == Kind.STRUCT || one == Kind.ARRAY) {
            add(choice, "K04", "no choice between references");
        } else if (one != other) {
            add(choice, "K11", "the branches have different types");
        }
        pure(choice.getCondition());
        pure(choice.getTrueExpression());
        pure(choice.getFalseExpression());
    }

    private void cast(TypeCastTree cast) {
        if (!code.kind(cast).isNumber() || !code.kind(cast.getExpression()).isNumber()) {
            add(cast, "K11", "casts are only among int, long and double");
        }
        pure(cast.getExpression());
    }

    void compound(CompoundAssignmentTree tree) {
        Kind target = code.kind(tree.getVariable());
        Kind value = code.kind(tree.getExpression());
        boolean isShift = switch (tree.getKind()) {
            case LEFT_SHIFT_ASSIGNMENT, RIGHT_SHIFT_ASSIGNMENT, UNSIGNED_RIGHT_SHIFT_ASSIGNMENT -> true;
            default -> false;
        };
        if (value.isWiderThan(target) && !isShift) {
            add(tree, "K11", "a compound assignment that narrows");
        }
        boolean isRemainder = tree.getKind() == Tree.Kind.REMAINDER_ASSIGNMENT;
        if (isRemainder || tree.getKind() == Tree.Kind.DIVIDE_ASSIGNMENT) {
            divide(tree, isRemainder, target, tree.getExpression());
        }
        pure(tree.getExpression());
    }

    private void call(MethodInvocationTree call) {
        call.getArguments().forEach(this::pure);
        if (code.called(call.getMethodSelect()).isPresent()) {
            aliases(call, code.called(call.getMethodSelect()).orElseThrow());
            return;
        }
        String name = Intrinsics.name(code, call);
        if (name.equals("Double.doubleToRawLongBits")) {
            add(call, "K13", "the bits of a NaN differ between machines; use Double.doubleToLongBits");
        } else if (!Intrinsics.NAMES.contains(name)) {
            add(call, "K12", "'" + name + "' is neither device code nor an intrinsic");
        }
    }

    /// Arrays of primitives are emitted as restricted pointers.
    private void aliases(MethodInvocationTree call, DeviceMethod callee) {
        List<? extends ExpressionTree> arguments = call.getArguments();
        Map<VariableElement, Integer> seen = new HashMap<>();
        for (int i = 0; i < arguments.size(); i++) {
            ExpressionTree argument = Forms.bare(arguments.get(i));
            boolean isArray = code.kind(argument) == Kind.ARRAY
                    && code.kind(Code.component(code.type(argument))).isPrimitive();
            if (!isArray || code.variable(argument).isEmpty()) {
                continue;
            }
            Integer other = seen.put(code.variable(argument).orElseThrow(), i);
            if (other != null && (writes.isWritten(callee.parameter(i)) || writes.isWritten(callee.parameter(other)))) {
                add(argument, "K06", "array '" + argument + "' reaches two parameters and one is written");
            }
        }
    }

    private void add(Tree place, String rule, String text) {
        problems.add(method.owner().unit(), place, rule, text);
    }
}
