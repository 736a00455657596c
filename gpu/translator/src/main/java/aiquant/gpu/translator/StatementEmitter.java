package aiquant.gpu.translator;

import aiquant.gpu.translator.Code.DeviceClass;
import com.sun.source.tree.ArrayAccessTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.BlockTree;
import com.sun.source.tree.BreakTree;
import com.sun.source.tree.CaseTree;
import com.sun.source.tree.CompoundAssignmentTree;
import com.sun.source.tree.ConstantCaseLabelTree;
import com.sun.source.tree.ContinueTree;
import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.ForLoopTree;
import com.sun.source.tree.IfTree;
import com.sun.source.tree.NewArrayTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.SwitchTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.UnaryTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.tree.WhileLoopTree;
import java.util.Objects;
import java.util.stream.Collectors;
import javax.lang.model.element.Modifier;
import javax.lang.model.type.TypeMirror;

/// Writes the statements of checked methods.
final class StatementEmitter {
    private final Code code;
    private final Writes writes;
    private final CText out;
    private final ExpressionEmitter expressions;

    StatementEmitter(Code code, Writes writes, CText out) {
        this.code = code;
        this.writes = writes;
        this.out = out;
        expressions = new ExpressionEmitter(code);
    }

    void body(StatementTree tree) {
        out.indent(1);
        if (tree instanceof BlockTree block) {
            block.getStatements().forEach(this::statement);
        } else {
            statement(tree);
        }
        out.indent(-1);
    }

    private void statement(StatementTree tree) {
        switch (tree) {
            case BlockTree block -> braced("{", block);
            case VariableTree local -> out.line(declare(local) + ";");
            case ExpressionStatementTree line -> out.line(effect(line.getExpression()) + ";");
            case IfTree branch -> branch(branch, "");
            case ForLoopTree loop -> loop(loop);
            case WhileLoopTree loop ->
                braced("while (" + expressions.of(loop.getCondition()) + ") {", loop.getStatement());
            case ReturnTree end when end.getExpression() == null -> out.line("return;");
            case ReturnTree end -> out.line("return " + expressions.of(end.getExpression()) + ";");
            case BreakTree _ -> out.line("break;");
            case ContinueTree _ -> out.line("continue;");
            case SwitchTree choice -> choose(choice);
            default -> throw new IllegalStateException("unchecked statement: " + tree.getKind());
        }
    }

    private void braced(String head, StatementTree inner) {
        out.line(head);
        body(inner);
        out.line("}");
    }

    private void branch(IfTree branch, String before) {
        out.line(before + "if (" + expressions.of(branch.getCondition()) + ") {");
        body(branch.getThenStatement());
        switch (branch.getElseStatement()) {
            case null -> out.line("}");
            case IfTree next -> branch(next, "} else ");
            case StatementTree otherwise -> braced("} else {", otherwise);
        }
    }

    /// What a loop declares stands before it, because one C++ head declares one type only.
    private void loop(ForLoopTree loop) {
        out.line("{");
        out.indent(1);
        loop.getInitializer().forEach(this::statement);
        String condition = loop.getCondition() == null ? "" : expressions.of(loop.getCondition());
        String update = loop.getUpdate().stream()
                .map(step -> effect(step.getExpression()))
                .collect(Collectors.joining(", "));
        braced("for (; " + condition + "; " + update + ") {", loop.getStatement());
        out.indent(-1);
        out.line("}");
    }

    /// A `break` inside a case leaves the switch in both languages.
    private void choose(SwitchTree choice) {
        out.line("switch (" + expressions.of(choice.getExpression()) + ") {");
        for (CaseTree one : choice.getCases()) {
            one.getLabels()
                    .forEach(label -> out.line(
                            label instanceof ConstantCaseLabelTree constant
                                    ? "case " + expressions.of(constant.getConstantExpression()) + ":"
                                    : "default:"));
            out.line("{");
            body((StatementTree) Objects.requireNonNull(one.getBody()));
            out.line("}");
            out.line("break;");
        }
        out.line("}");
    }

    private String declare(VariableTree local) {
        TypeMirror type = code.type(local);
        String name = CText.name(local.getName().toString());
        ExpressionTree value = local.getInitializer();
        return switch (code.kind(type)) {
            case STRUCT -> struct(local, typeName(type), name, Objects.requireNonNull(value));
            case ARRAY -> {
                NewArrayTree array = (NewArrayTree) Objects.requireNonNull(value);
                yield typeName(Code.component(type)) + " " + name + "["
                        + expressions.of(array.getDimensions().getFirst()) + "] = {}";
            }
            default -> {
                boolean isFinal = local.getModifiers().getFlags().contains(Modifier.FINAL);
                yield (isFinal && value != null ? "const " : "")
                        + typeName(type)
                        + " "
                        + name
                        + (value == null ? "" : " = " + expressions.of(value));
            }
        };
    }

    private String struct(VariableTree local, String type, String name, ExpressionTree value) {
        if (!(value instanceof ArrayAccessTree access)) {
            return type + " " + name + "{}";
        }
        boolean isWritten = code.variable(local).map(writes::isWritten).orElse(true);
        return (isWritten ? "" : "const ") + type + "& " + name + " = " + expressions.of(access);
    }

    private String typeName(TypeMirror type) {
        return code.struct(type)
                .map(DeviceClass::name)
                .orElseGet(() -> code.kind(type).cName());
    }

    private String effect(ExpressionTree tree) {
        return switch (tree) {
            case AssignmentTree assignment
            when assignment.getExpression() instanceof NewClassTree ->
                expressions.of(assignment.getVariable()) + " = " + typeName(code.type(assignment.getVariable())) + "{}";
            case AssignmentTree assignment ->
                expressions.of(assignment.getVariable()) + " = " + expressions.of(assignment.getExpression());
            case CompoundAssignmentTree compound -> expressions.compound(compound);
            case UnaryTree step -> step(step);
            default -> expressions.of(tree);
        };
    }

    private String step(UnaryTree step) {
        ExpressionTree target = step.getExpression();
        String place = expressions.of(target);
        Tree.Kind kind = Forms.isIncrement(step) ? Tree.Kind.PLUS : Tree.Kind.MINUS;
        return place + " = "
                + ExpressionEmitter.arithmetic(kind, code.kind(target), place, Kind.INT, "1", code.kind(target));
    }
}
