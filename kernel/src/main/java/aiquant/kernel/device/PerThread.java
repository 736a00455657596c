package aiquant.kernel.device;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Marks an array parameter of a kernel of which each thread has its own part.
///
/// On a card all parts lie one after the other in one array, and the entry hands each thread the address of its part;
/// on
/// the JVM the caller hands in arrays of that length.
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.PARAMETER)
public @interface PerThread {

    /// How many elements a part has: a number, or the name of an `int` parameter of the kernel.
    String value();
}
