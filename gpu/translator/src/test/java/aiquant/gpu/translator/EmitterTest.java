package aiquant.gpu.translator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class EmitterTest {
    private static final String STRUCT = """
            @DeviceCode
            final class Pair {
                static final double HALF = 0.5;
                public boolean is;
                public int k;
                public double x;
            }
            """;

    private static final String KERNEL = """
            @DeviceCode
            final class K {
                @GpuKernel
                static void run(int tid, int n, double[] a, double[] signed, @PerThread("2") Pair[] own) {
                    final Pair pair = own[1];
                    a[tid] -= signed[tid] - Pair.HALF * pair.x;
                    pair.k = more(pair.k, 3L);
                    while (pair.k < 5) {
                        pair.k++;
                    }
                }

                private static int more(int k, long by) {
                    return (int) (k + by) << 2;
                }
            }
            """;

    @Test
    void writesWhatTheJavaSays() {
        String cuda = cuda("K", KERNEL, "Pair", STRUCT);

        assertThat(cuda)
                .contains("static constexpr double Pair_HALF = 0x1p-1 /* 0.5 */;")
                .contains("""
                        struct Pair {
                            bool is = 0;
                            int k = 0;
                            double x = 0;
                        };
                        static_assert(sizeof(Pair) == 16, "layout");
                        """)
                .contains("""
                        KERNEL_FN void K_run(int tid, int n, double* KERNEL_RESTRICT a, const double* KERNEL_RESTRICT signed_, Pair* own) {
                            Pair& pair = own[1];
                            a[tid] = (a[tid] - (signed_[tid] - (Pair_HALF * pair.x)));
                            pair.k = K_more(pair.k, 3LL);
                            while ((pair.k < 5)) {
                                pair.k = j_plus(pair.k, 1);
                            }
                        }
                        """)
                .contains("return j_shl(((int) j_plus(((long long) k), by)), 2);")
                .contains("// entry K_run: int n, double[] a, double[] signed, Pair[] own * 2 (16 bytes)")
                .contains("        kernel::K_run(tid, n, a, signed_, own + (size_t) tid * 2);");
    }

    @Test
    void writesTheSameTextWhateverTheOrderOfFiles() {
        String other = KERNEL.replace("class K ", "class Other ").replace("@GpuKernel", "");

        assertThat(cuda("K", KERNEL, "Other", other, "Pair", STRUCT))
                .isEqualTo(cuda("Z", KERNEL, "A", other, "B", STRUCT));
    }

    private static String cuda(String... namesAndSources) {
        Map<String, String> sources = new TreeMap<>();
        for (int i = 0; i < namesAndSources.length; i += 2) {
            sources.put(namesAndSources[i], namesAndSources[i + 1]);
        }
        Compilation result = Compilation.of(sources);
        assertThat(result.errors()).isEmpty();
        return result.cuda().orElseThrow();
    }
}
