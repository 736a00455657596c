package aiquant.gpu.translator;

import aiquant.gpu.translator.Code.DeviceMethod;
import com.sun.source.tree.ArrayAccessTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.BlockTree;
import com.sun.source.tree.BreakTree;
import com.sun.source.tree.CaseTree;
import com.sun.source.tree.CompoundAssignmentTree;
import com.sun.source.tree.ConstantCaseLabelTree;
import com.sun.source.tree.ContinueTree;
import com.sun.source.tree.DefaultCaseLabelTree;
import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.ForLoopTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.IfTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewArrayTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.SwitchTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.UnaryTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.tree.WhileLoopTree;
import com.sun.source.util.TreeScanner;
import javax.lang.model.element.Modifier;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/// Checks the statements of one method.
final class BodyCheck {
    private final Code code;
    private final Writes writes;
    private final Problems problems;
    private final DeviceMethod method;
    private final ExpressionCheck expressions;

    BodyCheck(Code code, Writes writes, Problems problems, DeviceMethod method) {
        this.code = code;
        this.writes = writes;
        this.problems = problems;
        this.method = method;
        expressions = new ExpressionCheck(code, writes, problems, method);
    }

    void statement(StatementTree tree) {
        switch (tree) {
            case BlockTree block -> block.getStatements().forEach(this::statement);
            case VariableTree local -> local(local);
            case ExpressionStatementTree line -> effect(line.getExpression());
            case IfTree branch -> {
                expressions.condition(branch.getCondition());
                inBraces(branch.getThenStatement());
                StatementTree otherwise = branch.getElseStatement();
                if (otherwise instanceof IfTree) {
                    statement(otherwise);
                } else if (otherwise != null) {
                    inBraces(otherwise);
                }
            }
            case ForLoopTree loop -> {
                loop.getInitializer().forEach(this::statement);
                if (loop.getCondition() != null) {
                    expressions.pure(loop.getCondition());
                }
                loop.getUpdate().forEach(this::statement);
                inBraces(loop.getStatement());
            }
            case WhileLoopTree loop -> {
                expressions.condition(loop.getCondition());
                inBraces(loop.getStatement());
            }
            case ReturnTree end when end.getExpression() != null -> expressions.whole(end.getExpression());
            case ReturnTree _ -> {}
            case BreakTree end when end.getLabel() == null -> {}
            case ContinueTree end when end.getLabel() == null -> {}
            case SwitchTree choice -> choose(choice);
            default -> add(tree, "K08", "no " + Forms.words(tree));
        }
    }

    private void inBraces(StatementTree body) {
        if (!(body instanceof BlockTree)) {
            add(body, "K08", "a body stands in braces");
        }
        statement(body);
    }

    private void choose(SwitchTree choice) {
        expressions.pure(choice.getExpression());
        if (code.kind(Forms.bare(choice.getExpression())) != Kind.INT) {
            add(choice, "K08", "a switch is over an int");
        }
        for (CaseTree one : choice.getCases()) {
            if (one.getCaseKind() != CaseTree.CaseKind.RULE || one.getGuard() != null) {
                add(one, "K08", "a case is `case CONSTANT ->`");
                continue;
            }
            one.getLabels().forEach(label -> {
                if (!(label instanceof ConstantCaseLabelTree) && !(label instanceof DefaultCaseLabelTree)) {
                    add(label, "K08", "a case is `case CONSTANT ->`");
                }
            });
            if (one.getBody() instanceof StatementTree body) {
                statement(body);
            }
        }
    }

    private void local(VariableTree local) {
        TypeMirror type = code.type(local);
        ExpressionTree value = local.getInitializer();
        switch (code.kind(type)) {
            case STRUCT -> structLocal(local, value);
            case ARRAY -> arrayLocal(local, type, value);
            case BOOLEAN, INT, LONG, DOUBLE -> {
                if (value != null) {
                    expressions.whole(value);
                }
            }
            default -> add(local, "K02", "no type '" + type + "'");
        }
    }

    private void structLocal(VariableTree local, @Nullable ExpressionTree value) {
        boolean isFinal = local.getModifiers().getFlags().contains(Modifier.FINAL);
        boolean isNew = value instanceof NewClassTree made && made.getClassBody() == null;
        if (!isFinal || !(isNew || value instanceof ArrayAccessTree)) {
            add(local, "K04", "a struct local is `final S s = new S()` or `final S s = array[i]`");
        } else if (value instanceof ArrayAccessTree access) {
            expressions.pure(access);
        }
    }

    private void arrayLocal(VariableTree local, TypeMirror type, @Nullable ExpressionTree value) {
        if (!(value instanceof NewArrayTree array)
                || array.getDimensions().size() != 1
                || array.getInitializers() != null) {
            add(local, "K05", "a local array is `new T[CONSTANT]`");
            return;
        }
        Kind component = code.kind(Code.component(type));
        if (!component.isPrimitive() && component != Kind.STRUCT) {
            add(local, "K02", "no type '" + type + "'");
        } else if (!(length(code, array) instanceof Integer length) || length < 1) {
            add(local, "K14", "the size of '" + local.getName() + "' is not a positive constant");
        }
    }

    /// The constant size of a new array, or nothing that is an Integer.
    static Object length(Code code, NewArrayTree array) {
        ExpressionTree size = Forms.bare(array.getDimensions().getFirst());
        return size instanceof LiteralTree literal
                ? literal.getValue()
                : code.constant(size).orElse("");
    }

    /// What stands alone as a statement: an assignment, a step, or a call.
    private void effect(ExpressionTree tree) {
        switch (tree) {
            case AssignmentTree assignment when isStructInit(assignment) -> structInit(assignment);
            case AssignmentTree assignment -> {
                target(assignment.getVariable());
                expressions.whole(assignment.getExpression());
                if (isImpure(assignment.getExpression()) && !isFixed(assignment.getVariable())) {
                    add(assignment, "K09", "the place assigned to may move while the call runs");
                }
            }
            case CompoundAssignmentTree compound -> {
                target(compound.getVariable());
                expressions.compound(compound);
            }
            case UnaryTree step
            when Forms.isStep(step) -> {
                target(step.getExpression());
                if (!code.kind(step.getExpression()).isNumber()) {
                    add(step, "K02", "no " + Forms.words(step) + " of this type");
                }
            }
            case MethodInvocationTree call -> expressions.whole(call);
            default -> add(tree, "K09", "an expression without effect");
        }
    }

    private void target(ExpressionTree target) {
        Kind kind = code.kind(target);
        boolean isPlace = target instanceof IdentifierTree
                || target instanceof MemberSelectTree
                || target instanceof ArrayAccessTree;
        if (kind == Kind.STRUCT) {
            add(target, "K04", "a struct is never assigned");
        } else if (kind == Kind.ARRAY) {
            add(target, "K05", "an array is never assigned");
        } else if (!isPlace) {
            add(target, "K09", "not a place to assign to");
        } else {
            expressions.pure(target);
        }
    }

    private boolean isStructInit(AssignmentTree tree) {
        return tree.getExpression() instanceof NewClassTree
                && tree.getVariable() instanceof ArrayAccessTree
                && code.kind(tree.getVariable()) == Kind.STRUCT;
    }

    /// `array[i] = new S()` fills a local array before anything else is done with it, so that no name for an old
    /// element
    /// is left.
    private void structInit(AssignmentTree assignment) {
        ArrayAccessTree access = (ArrayAccessTree) assignment.getVariable();
        expressions.pure(access.getIndex());
        boolean isLocal = code.variable(access.getExpression())
                .filter(array -> !method.element().getParameters().contains(array))
                .filter(array -> isFirstUse(array, access))
                .isPresent();
        if (!isLocal) {
            add(assignment, "K04", "`array[i] = new S()` only fills a new local array");
        }
    }

    private boolean isFirstUse(Object array, ArrayAccessTree access) {
        boolean[] isFirst = {true};
        boolean[] isDone = {false};
        new TreeScanner<Void, Void>() {
            @Override
            public Void visitArrayAccess(ArrayAccessTree tree, Void nothing) {
                isDone[0] |= tree == access;
                return super.visitArrayAccess(tree, null);
            }

            @Override
            public Void visitIdentifier(IdentifierTree tree, Void nothing) {
                if (!isDone[0] && code.variable(tree).filter(array::equals).isPresent()) {
                    isFirst[0] = false;
                }
                return super.visitIdentifier(tree, null);
            }
        }.scan(method.tree(), null);
        return isFirst[0];
    }

    private boolean isImpure(ExpressionTree value) {
        return Forms.bare(value) instanceof MethodInvocationTree call && writes.isImpure(call);
    }

    /// Whether no call can change where the target lies: C++ looks the place up after the call, Java before.
    private boolean isFixed(ExpressionTree target) {
        boolean[] isFixed = {true};
        new TreeScanner<Void, Void>() {
            @Override
            public Void visitArrayAccess(ArrayAccessTree tree, Void nothing) {
                ExpressionTree index = Forms.bare(tree.getIndex());
                isFixed[0] &= index instanceof LiteralTree || index instanceof IdentifierTree;
                return super.visitArrayAccess(tree, null);
            }
        }.scan(target, null);
        return isFixed[0];
    }

    private void add(Tree place, String rule, String text) {
        problems.add(method.owner().unit(), place, rule, text);
    }
}
