package aiquant.gpu.translator;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.UnaryTree;
import java.util.Locale;

/// Questions about the form of a tree.
final class Forms {

    private Forms() {}

    static ExpressionTree bare(ExpressionTree tree) {
        return tree instanceof ParenthesizedTree inner ? bare(inner.getExpression()) : tree;
    }

    /// The same without the logical negations around it.
    static ExpressionTree positive(ExpressionTree tree) {
        ExpressionTree inner = bare(tree);
        return inner instanceof UnaryTree not && not.getKind() == Tree.Kind.LOGICAL_COMPLEMENT
                ? positive(not.getExpression())
                : inner;
    }

    /// `++` or `--`, before or after.
    static boolean isStep(UnaryTree tree) {
        return switch (tree.getKind()) {
            case PREFIX_INCREMENT, PREFIX_DECREMENT, POSTFIX_INCREMENT, POSTFIX_DECREMENT -> true;
            default -> false;
        };
    }

    static boolean isIncrement(UnaryTree tree) {
        return tree.getKind() == Tree.Kind.PREFIX_INCREMENT || tree.getKind() == Tree.Kind.POSTFIX_INCREMENT;
    }

    static boolean isNull(Tree tree) {
        return tree instanceof LiteralTree && tree.getKind() == Tree.Kind.NULL_LITERAL;
    }

    /// The kind as words: `POSTFIX_INCREMENT` as `postfix increment`.
    static String words(Tree tree) {
        return tree.getKind().name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
