package aiquant.kernel.device;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Marks a method that a graphics card can be asked to run: `static void name(int tid, int n, ...)`, called once for
/// each `tid` from 0 to `n` exclusive, in any order and at the same time.
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface GpuKernel {}
