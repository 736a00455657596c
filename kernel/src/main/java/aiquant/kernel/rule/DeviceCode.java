package aiquant.kernel.rule;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Marks a class whose source also becomes CUDA: static methods on primitives, plain structs and arrays; no allocation
/// that escapes, no exceptions, no overloads, correctly rounded operations only.
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface DeviceCode {}
