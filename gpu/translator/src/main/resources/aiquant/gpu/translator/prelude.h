// Generated from Java. Do not edit: change the Java source and build again.
// nvcc: -std=c++17 -fmad=false.  g++: -std=c++17 -ffp-contract=off -DKERNEL_HOST.
#ifdef KERNEL_HOST
  #include <cmath>
  #include <cstddef>
  #include <cstring>
  #define __global__
  #define KERNEL_FN static inline
  #define KERNEL_RESTRICT __restrict__
  #define J_FN static inline
  #pragma GCC diagnostic ignored "-Wunused-function"
  #pragma GCC diagnostic ignored "-Wunused-variable"
  struct HostDim { unsigned x, y, z; };
  static thread_local HostDim threadIdx, blockIdx, blockDim;
  template <class F> static void host_launch(unsigned grid, unsigned block, F f) {
      blockDim = {block, 1, 1};
      for (unsigned b = 0; b < grid; b++) {
          for (unsigned t = 0; t < block; t++) {
              blockIdx = {b, 0, 0};
              threadIdx = {t, 0, 0};
              f();
          }
      }
  }
#else
  #pragma nv_diag_suppress 177
  #define KERNEL_FN static __device__
  #define KERNEL_RESTRICT __restrict__
  #define J_FN static __device__ __forceinline__
#endif

// What Java defines and C++ leaves open: wrapping arithmetic, masked shifts, saturating casts, NaN and -0.0.
typedef unsigned int j_u32;
typedef unsigned long long j_u64;
typedef long long j_i64;
J_FN int j_plus(int a, int b) { return (int) ((j_u32) a + (j_u32) b); }
J_FN int j_minus(int a, int b) { return (int) ((j_u32) a - (j_u32) b); }
J_FN int j_multiply(int a, int b) { return (int) ((j_u32) a * (j_u32) b); }
J_FN j_i64 j_plus(j_i64 a, j_i64 b) { return (j_i64) ((j_u64) a + (j_u64) b); }
J_FN j_i64 j_minus(j_i64 a, j_i64 b) { return (j_i64) ((j_u64) a - (j_u64) b); }
J_FN j_i64 j_multiply(j_i64 a, j_i64 b) { return (j_i64) ((j_u64) a * (j_u64) b); }
J_FN int j_shl(int a, int n) { return (int) ((j_u32) a << (n & 31)); }
J_FN int j_shr(int a, int n) { return a >> (n & 31); }
J_FN int j_ushr(int a, int n) { return (int) ((j_u32) a >> (n & 31)); }
J_FN j_i64 j_shl(j_i64 a, int n) { return (j_i64) ((j_u64) a << (n & 63)); }
J_FN j_i64 j_shr(j_i64 a, int n) { return a >> (n & 63); }
J_FN j_i64 j_ushr(j_i64 a, int n) { return (j_i64) ((j_u64) a >> (n & 63)); }
J_FN bool j_isNaN(double x) { return x != x; }
J_FN int j_d2i(double x) {
    return x != x ? 0 : x >= 2147483647.0 ? 2147483647 : x <= -2147483648.0 ? (-2147483647 - 1) : (int) x;
}
J_FN j_i64 j_d2l(double x) {
    return x != x                       ? 0
           : x >= 9223372036854775808.0 ? 9223372036854775807LL
           : x <= -9223372036854775808.0 ? (-9223372036854775807LL - 1)
                                         : (j_i64) x;
}
J_FN double j_max(double a, double b) { return a != a ? a : (a == 0.0 && b == 0.0) ? a + b : a > b ? a : b; }
J_FN double j_min(double a, double b) { return a != a ? a : (a == 0.0 && b == 0.0) ? -((-a) + (-b)) : a < b ? a : b; }
J_FN int j_max(int a, int b) { return a > b ? a : b; }
J_FN int j_min(int a, int b) { return a < b ? a : b; }
J_FN j_i64 j_max(j_i64 a, j_i64 b) { return a > b ? a : b; }
J_FN j_i64 j_min(j_i64 a, j_i64 b) { return a < b ? a : b; }
J_FN double j_abs(double x) { return fabs(x); }
J_FN int j_abs(int x) { return x < 0 ? j_minus(0, x) : x; }
J_FN j_i64 j_abs(j_i64 x) { return x < 0 ? j_minus((j_i64) 0, x) : x; }
J_FN double j_sqrt(double x) { return sqrt(x); }
J_FN double j_floor(double x) { return floor(x); }
J_FN double j_ceil(double x) { return ceil(x); }
J_FN double j_rint(double x) { return rint(x); }
J_FN double j_fma(double a, double b, double c) { return fma(a, b, c); }
#ifdef KERNEL_HOST
J_FN j_i64 j_doubleToLongBits(double x) {
    j_i64 bits;
    std::memcpy(&bits, &x, 8);
    return x != x ? 0x7ff8000000000000LL : bits;
}
J_FN double j_longBitsToDouble(j_i64 bits) {
    double x;
    std::memcpy(&x, &bits, 8);
    return x;
}
J_FN int j_numberOfTrailingZeros(j_i64 x) { return x == 0 ? 64 : __builtin_ctzll((j_u64) x); }
#else
J_FN j_i64 j_doubleToLongBits(double x) { return x != x ? 0x7ff8000000000000LL : __double_as_longlong(x); }
J_FN double j_longBitsToDouble(j_i64 bits) { return __longlong_as_double(bits); }
J_FN int j_numberOfTrailingZeros(j_i64 x) { return x == 0 ? 64 : __ffsll(x) - 1; }
#endif
