package aiquant.desktop.error;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Locale;

/// One failure for a person: what happened, a short stable code, and details to copy.
///
/// The code is made from the kind of failure and our part of the stack, not from the message, so that the same defect
/// has the same code every time and everywhere.
public record ErrorReport(String sentence, String code, String details) {

    private static final int FRAMES = 6;

    public static ErrorReport of(Throwable failure) {
        Throwable root = root(failure);
        String message = root.getMessage() == null ? root.getClass().getSimpleName() : root.getMessage();
        StringWriter stack = new StringWriter();
        failure.printStackTrace(new PrintWriter(stack));
        return new ErrorReport("Something failed: " + message, code(root), stack.toString());
    }

    /// A failure that has no stack of its own.
    public static ErrorReport of(String sentence, String details) {
        return new ErrorReport(sentence, shorten(sentence.hashCode()), details);
    }

    private static Throwable root(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null && root.getCause() != root) {
            root = root.getCause();
        }
        return root;
    }

    private static String code(Throwable root) {
        int hash = root.getClass().getName().hashCode();
        StackTraceElement[] stack = root.getStackTrace();
        for (int i = 0; i < Math.min(FRAMES, stack.length); i++) {
            hash = 31 * hash + stack[i].getClassName().hashCode();
            hash = 31 * hash + stack[i].getMethodName().hashCode();
        }
        return shorten(hash);
    }

    private static String shorten(int hash) {
        String digits = Integer.toUnsignedString(hash, 36).toUpperCase(Locale.ROOT);
        return "E-" + "0".repeat(Math.max(0, 7 - digits.length())) + digits;
    }
}
