package aiquant.kernel.strategy;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// One tunable value: its default, unit and meaning stand beside its name and type, nowhere else.
///
/// Units: `fraction` of one, `%` percent, `ATR` multiples of the average true range, `RSI` and `ADX` points, `bp` basis
/// points, `x` plain factors, `bars` of the main interval.
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Leaf {

    /// The default, written as in the strategy file.
    String value();

    String unit() default "";

    String meaning();
}
