package aiquant.gpu.translator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// What the subset rejects, where, and by which rule, and what comes close to it but passes.
class RejectionTest {

    private static final String SUPPORT = """
            @DeviceCode
            final class P {
                public double x;
                public int k;
            }
            """;

    /// `«` marks the place the error must name; the same body without it compiles.
    static Stream<Arguments> rejected() {
        return Stream.of(
                        // members of a class
                        of("K01", "static void f(int a) {}\n static void «f(double a) {}", "is overloaded"),
                        of("K01", "void «f() {}", "is not a static one"),
                        of("K01", "static int f(int a) { return a < 1 ? 0 : f«(a - 1); }", "calls itself"),
                        of(
                                "K01",
                                "static int f(int a) { return g(a); }\n static int g(int a) { return f«(a); }",
                                "calls itself"),
                        of("K02", "static void f(float «a) {}", "no type 'float'"),
                        of("K02", "static void f(Double «a) {}", "no type 'Double'"),
                        of("K02", "static void f() { String «s = \"a\"; }", "no type"),
                        of("K02", "static int f() { return «'c'; }", "no char literal"),
                        of("K02", "static <T> int «f() { return 0; }", "type parameters"),
                        of("K03", "static final class S { double «x = 1.0; }", "has an initialiser"),
                        of("K03", "static final class S { double[] «x; }", "is not primitive"),
                        of("K03", "static final class S { double x; «S() { x = 1.0; } }", "own constructor"),
                        of("K03", "final «class S { double x; }", "is not static"),
                        of("K04", "static double f() { P «p = new P(); return p.x; }", "a struct local is"),
                        of("K04", "static double f(P a) { final P «p = a; return p.x; }", "a struct local is"),
                        of("K04", "static void f(P[] a) { a[0] «= new P(); }", "only fills a new local array"),
                        of("K04", "static void f(P[] a) { a«[0] = a[1]; }", "never assigned"),
                        of("K04", "static boolean f(P a) { return a «== null; }", "never compared"),
                        of("K04", "static P «f(P a) { return a; }", "returns no primitive"),
                        of("K05", "static int f(double[] a) { return a«.length; }", "does not know its length"),
                        of("K05", "static void f() { double[] «a = {1.0}; }", "a local array is"),
                        of("K05", "static void f(double[][] «a) {}", "two dimensions"),
                        of("K05", "static void f(double[] a) { final double[] «b = a; }", "a local array is"),
                        of(
                                "K06",
                                "static void g(double[] a, double[] b) { a[0] = b[0]; }\n"
                                        + "static void f(double[] a) { g(a, «a); }",
                                "reaches two parameters"),
                        of("K07", "static int «count;", "not a compile-time constant"),
                        of("K07", "static final double «X = Double.NaN;", "make it from its bits"),
                        of("K07", "static double f() { return Double«.NaN; }", "make it from its bits"),
                        of("K08", "static void f(int a) { if (a > 0) «a = 1; }", "stands in braces"),
                        of(
                                "K08",
                                "static void f(double[] a) { «for (double x : a) { g(x); } }\n static void g(double x) {}",
                                ""),
                        of("K08", "static void f() { «do { } while (true); }", "no do while loop"),
                        of("K08", "static void f(int a) { switch (a) { «case 1: break; } }", "a case is"),
                        of("K08", "static void f() { «try { } finally { } }", "no try"),
                        of("K08", "static void f() { «a: while (true) { break a; } }", "no labeled statement"),
                        of("K09", "static int f(int a) { int b = a«++; return b; }", "are statements"),
                        of("K09", "static int f(int a) { int b = 0; int c = b «= a; return c; }", "an assignment is"),
                        of(
                                "K09",
                                "static int g(P p) { p.k = 1; return 2; }\n static int f(P p) { return g«(p) + p.k; }",
                                "the whole right-hand side"),
                        of(
                                "K09",
                                "static int g(P p) { p.k = 1; return 2; }\n"
                                        + "static void f(P p, int[] a) { a[p.k] «= g(p); }",
                                "may move"),
                        of("K10", "static int f(int a, int n) { return a «/ n; }", "integer division by 'n'"),
                        of("K10", "static int f(int a) { return a «% -3; }", "integer division by '-3'"),
                        of("K10", "static double f(double a) { return a «% 2.0; }", "no % on double"),
                        of("K10", "static void f(long a) { long b = 7; b «/= a; }", "integer division by 'a'"),
                        of("K11", "static void f(int a, double x) { int b = a; b «+= x; }", "narrows"),
                        of("K11", "static double f(boolean a) { return a «? 1 : 2.0; }", "different types"),
                        of("K11", "static int f(int a) { return «(byte) a; }", "casts are only"),
                        of("K12", "static double f(double x) { return Math.exp«(x); }", "'Math.exp' is neither"),
                        of("K12", "static long f(double x) { return Math.round«(x); }", "'Math.round' is neither"),
                        of("K12", "static double f(double x) { return new Object().hashCode«(); }", "neither")
                                .atLeast(),
                        of("K13", "static long f(double x) { return Double.doubleToRawLongBits«(x); }", "NaN"),
                        of("K14", "static void f(int n) { double[] «a = new double[n]; }", "not a positive constant"),
                        of(
                                "K14",
                                "@GpuKernel static void «f(int tid, int n) { g(); }\n"
                                        + "static void g() { double[] a = new double[1025]; a[0] = 1.0; }",
                                "8200 bytes"),
                        of("K01", "@GpuKernel static void «f(int tid) {}", "a kernel is"),
                        of("K05", "@GpuKernel static void f(int tid, int n, P[] «p) {}", "not @PerThread"),
                        of("K05", "@GpuKernel static void f(int tid, int n, @PerThread(\"m\") P[] «p) {}", "no length"))
                .map(Arguments::of);
    }

    private static Snippet of(String rule, String body, String words) {
        return new Snippet(rule, body, words, false);
    }

    /// @param hasOthers whether other errors may be told too
    record Snippet(String rule, String body, String words, boolean hasOthers) {
        Snippet atLeast() {
            return new Snippet(rule, body, words, true);
        }

        @Override
        public String toString() {
            return rule + " " + body;
        }
    }

    @ParameterizedTest
    @MethodSource
    void rejected(Snippet snippet) {
        String source = "@DeviceCode\nfinal class K {\n " + snippet.body() + "\n}\n";
        int at = source.indexOf('«');
        int line = (int) source.substring(0, at).lines().count();
        int column = at - source.lastIndexOf('\n', at);

        Compilation result = Compilation.of(Map.of("P", SUPPORT, "K", source.replace("«", "")));

        assertThat(result.cuda()).isEmpty();
        assertThat(result.errors())
                .anySatisfy(error -> assertThat(error)
                        .startsWith("K.java:[" + line + "," + column + "] kernel subset " + snippet.rule() + ": ")
                        .contains(snippet.words()));
        assertThat(snippet.hasOthers() || result.errors().size() == 1)
                .as("%s", result.errors())
                .isTrue();
    }

    /// One near miss and more for each rule.
    static Stream<String> passing() {
        return Stream.of(
                "private K() {}\n static void f(int a) {}\n static void g(double a) { f((int) a); }", // K01
                "static boolean f(boolean b, int i, long j, double d, P p, P[] q, int[] a) { return b; }", // K02
                "static final class S { static final double X = 1.0 / 3.0; public double x; public boolean is; }", // K03
                "static double f(P[] a) { final P p = new P(); final P q = a[1]; return p.x + q.x; }", // K04
                "static int f() { P[] a = new P[2]; for (int i = 0; i < 2; i++) { a[i] = new P(); }"
                        + " final P p = a[1]; return p.k; }", // K04
                "static final int N = 4;\n static double f() { final double[] a = new double[N]; return a[0]; }", // K05
                "static double g(double[] a, double[] b) { return a[0] + b[0]; }\n"
                        + "static double f(double[] a) { return g(a, a); }", // K06: none is written
                "static void g(P[] a, P b) { a[0].x = b.x; }\n static void f(P[] a) { g(a, a[0]); }", // K06: structs
                "private static final long L = 60L * 60L;\n static double f() { return Integer.MAX_VALUE * 0.5; }", // K07
                "static int f(int a) { int b = 0; switch (a) { case 1, 2 -> b = 1; default -> { return 3; } }"
                        + " for (int i = 0, j = 1; i < a; i++, j--) { if (i == j) { continue; } else if (i > 7) { break; } }"
                        + " while (b < 5) { b += 2; } return b; }", // K08
                "static boolean g(P p) { p.k++; return p.k > 1; }\n"
                        + "static int f(P p, int[] a, int i) { if (!g(p)) { return 1; } a[i] = 2; boolean b = g(p);"
                        + " return p.k + (b ? 1 : 0); }", // K09
                "static final int TEN = 10;\n static double f(int a, long b, double c) {"
                        + " return (a / TEN + b % 7L) / c; }", // K10
                "static double f(int a, long b) { long c = b; c += a; double d = c; d += b; c <<= a;"
                        + " return (double) (int) d + (a > 0 ? 1.0 : 2.0); }", // K11
                "static double f(double x) { return Math.sqrt(Math.max(x, 1)) + Math.abs(Math.floor(x)); }", // K12
                "static long f(double x) { return Double.doubleToLongBits(x); }", // K13
                "@GpuKernel static void f(int tid, int n, @PerThread(\"n\") P[] p, @PerThread(\"3\") int[] q) {"
                        + " double[] a = new double[1024]; a[0] = p[1].x; q[2] = (int) a[0]; }"); // K14
    }

    @ParameterizedTest
    @MethodSource
    void passing(String body) {
        Compilation result = Compilation.of(
                Map.of("P", SUPPORT, "K", "@DeviceCode\nfinal class K {\n " + body + "\n}\n", "Entry", """
                @DeviceCode
                final class Entry {
                    @GpuKernel
                    static void run(int tid, int n, double[] a) {
                        a[tid] = 1.0;
                    }
                }
                """));

        assertThat(result.errors()).isEmpty();
        assertThat(result.cuda()).isPresent();
    }

    @Test
    void tellsAllViolationsOfAllFilesInOneRun() {
        Compilation result = Compilation.of(Map.of(
                "A",
                "@DeviceCode final class A {\n static int f(int n) { return 1 / n; }\n static float g() { return 1f; } }",
                "B",
                "@DeviceCode class B {\n static double f(double x) { return Math.sin(x); } }"));

        assertThat(result.errors().stream().map(error -> error.replaceAll(": .*", "")))
                .isEqualTo(List.of(
                        "A.java:[2,33] kernel subset K10",
                        "A.java:[3,15] kernel subset K02",
                        "A.java:[3,28] kernel subset K02",
                        "B.java:[1,13] kernel subset K01",
                        "B.java:[2,45] kernel subset K12"));
    }

    @Test
    void leavesOtherCodeAlone() {
        Compilation result = Compilation.of(Map.of("A", "class A { Object o = new float[] {1f}; }"));

        assertThat(result.errors()).isEmpty();
        assertThat(result.cuda()).isEmpty();
    }

    @Test
    void checksWhatAKernelReachesEvenWithoutAMark() {
        Compilation result = Compilation.of(Map.of(
                "A",
                "final class A {\n @GpuKernel static void f(int tid, int n, int[] a) { a[0] = B.g(n); } }",
                "B",
                "final class B { static int g(int a) { return a; } }"));

        assertThat(result.errors())
                .singleElement()
                .asString()
                .startsWith("A.java:[2,64] kernel subset K12: 'B.g' is neither device code");
    }
}
