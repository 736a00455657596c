package aiquant.gpu.translator;

import com.sun.source.tree.ArrayAccessTree;
import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.CompoundAssignmentTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TypeCastTree;
import com.sun.source.tree.UnaryTree;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.VariableElement;

/// Writes checked expressions, every binary one in parentheses: precedence and association are the tree's.
final class ExpressionEmitter {
    private static final Map<Tree.Kind, String> SIGNS = Map.ofEntries(
            Map.entry(Tree.Kind.PLUS, "+"),
            Map.entry(Tree.Kind.MINUS, "-"),
            Map.entry(Tree.Kind.MULTIPLY, "*"),
            Map.entry(Tree.Kind.DIVIDE, "/"),
            Map.entry(Tree.Kind.REMAINDER, "%"),
            Map.entry(Tree.Kind.AND, "&"),
            Map.entry(Tree.Kind.OR, "|"),
            Map.entry(Tree.Kind.XOR, "^"),
            Map.entry(Tree.Kind.CONDITIONAL_AND, "&&"),
            Map.entry(Tree.Kind.CONDITIONAL_OR, "||"),
            Map.entry(Tree.Kind.EQUAL_TO, "=="),
            Map.entry(Tree.Kind.NOT_EQUAL_TO, "!="),
            Map.entry(Tree.Kind.LESS_THAN, "<"),
            Map.entry(Tree.Kind.LESS_THAN_EQUAL, "<="),
            Map.entry(Tree.Kind.GREATER_THAN, ">"),
            Map.entry(Tree.Kind.GREATER_THAN_EQUAL, ">="));

    private static final Map<Tree.Kind, String> WRAPPING = Map.of(
            Tree.Kind.PLUS, "j_plus",
            Tree.Kind.MINUS, "j_minus",
            Tree.Kind.MULTIPLY, "j_multiply");

    private static final Map<Tree.Kind, String> SHIFTS = Map.of(
            Tree.Kind.LEFT_SHIFT, "j_shl",
            Tree.Kind.RIGHT_SHIFT, "j_shr",
            Tree.Kind.UNSIGNED_RIGHT_SHIFT, "j_ushr");

    private final Code code;

    ExpressionEmitter(Code code) {
        this.code = code;
    }

    String of(ExpressionTree tree) {
        return switch (tree) {
            case ParenthesizedTree inner -> of(inner.getExpression());
            case LiteralTree literal -> CText.literal(literal.getValue());
            case IdentifierTree name -> name(name);
            case MemberSelectTree select -> select(select);
            case ArrayAccessTree access -> of(access.getExpression()) + "[" + of(access.getIndex()) + "]";
            case UnaryTree unary -> unary(unary);
            case BinaryTree binary -> binary(binary);
            case ConditionalExpressionTree choice ->
                "(" + of(choice.getCondition()) + " ? " + of(choice.getTrueExpression()) + " : "
                        + of(choice.getFalseExpression()) + ")";
            case TypeCastTree cast -> cast(of(cast.getExpression()), code.kind(cast.getExpression()), code.kind(cast));
            case MethodInvocationTree call -> call(call);
            default -> throw new IllegalStateException("unchecked expression: " + tree.getKind());
        };
    }

    private String name(IdentifierTree name) {
        VariableElement variable = code.variable(name).orElseThrow();
        return variable.getModifiers().contains(Modifier.STATIC)
                ? constant(variable)
                : CText.name(name.getName().toString());
    }

    private String select(MemberSelectTree select) {
        VariableElement field = code.variable(select).orElseThrow();
        return field.getModifiers().contains(Modifier.STATIC)
                ? constant(field)
                : of(select.getExpression()) + "."
                        + CText.name(select.getIdentifier().toString());
    }

    /// By name where the class is device code, else by value.
    private String constant(VariableElement field) {
        return code.classes().stream()
                .filter(owner -> owner.element().equals(field.getEnclosingElement()))
                .findFirst()
                .map(owner -> owner.name() + "_" + field.getSimpleName())
                .orElseGet(() -> CText.literal(Objects.requireNonNull(field.getConstantValue())));
    }

    private String unary(UnaryTree unary) {
        Kind kind = code.kind(unary);
        String value = of(unary.getExpression());
        return switch (unary.getKind()) {
            case UNARY_MINUS ->
                kind == Kind.DOUBLE ? "(-" + value + ")" : "j_minus((" + kind.cName() + ") 0, " + value + ")";
            case UNARY_PLUS -> value;
            case LOGICAL_COMPLEMENT -> "(!" + value + ")";
            case BITWISE_COMPLEMENT -> "(~" + value + ")";
            default -> throw new IllegalStateException("unchecked operator: " + unary.getKind());
        };
    }

    private String binary(BinaryTree binary) {
        ExpressionTree left = binary.getLeftOperand();
        ExpressionTree right = binary.getRightOperand();
        return arithmetic(binary.getKind(), code.kind(left), of(left), code.kind(right), of(right), code.kind(binary));
    }

    /// `a op= b` is `a = a op (b)`.
    String compound(CompoundAssignmentTree tree) {
        String target = of(tree.getVariable());
        Kind kind = code.kind(tree.getVariable());
        Tree.Kind operator = Tree.Kind.valueOf(tree.getKind().name().replace("_ASSIGNMENT", ""));
        ExpressionTree value = tree.getExpression();
        return target + " = " + arithmetic(operator, kind, target, code.kind(value), of(value), kind);
    }

    static String arithmetic(
            Tree.Kind operator, Kind leftKind, String left, Kind rightKind, String right, Kind result) {
        if (SHIFTS.containsKey(operator)) {
            return SHIFTS.get(operator) + "(" + left + ", " + cast(right, rightKind, Kind.INT) + ")";
        }
        if (WRAPPING.containsKey(operator) && result.isInteger()) {
            return WRAPPING.get(operator) + "(" + cast(left, leftKind, result) + ", " + cast(right, rightKind, result)
                    + ")";
        }
        return "(" + left + " " + SIGNS.get(operator) + " " + right + ")";
    }

    private static String cast(String value, Kind from, Kind to) {
        if (from == to) {
            return value;
        }
        if (from == Kind.DOUBLE) {
            return (to == Kind.INT ? "j_d2i(" : "j_d2l(") + value + ")";
        }
        return "((" + to.cName() + ") " + value + ")";
    }

    private String call(MethodInvocationTree call) {
        ExecutableElement method =
                (ExecutableElement) code.element(call.getMethodSelect()).orElseThrow();
        String name =
                code.called(call.getMethodSelect()).map(Code.DeviceMethod::name).orElse("j_" + method.getSimpleName());
        List<String> arguments = new ArrayList<>();
        for (int i = 0; i < call.getArguments().size(); i++) {
            ExpressionTree argument = call.getArguments().get(i);
            Kind wanted = code.kind(method.getParameters().get(i).asType());
            arguments.add(wanted.isNumber() ? cast(of(argument), code.kind(argument), wanted) : of(argument));
        }
        return name + "(" + String.join(", ", arguments) + ")";
    }
}
