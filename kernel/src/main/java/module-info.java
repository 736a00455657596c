import org.jspecify.annotations.NullMarked;

/// The pure decision kernel: values and functions, nothing but `java.base`.
@NullMarked
module aiquant.kernel {
    requires static org.jspecify;

    exports aiquant.kernel.market;
    exports aiquant.kernel.indicator;
    exports aiquant.kernel.strategy;
    exports aiquant.kernel.rule;
    exports aiquant.kernel.decision;
    exports aiquant.kernel.device;
    exports aiquant.kernel.backtest;
    exports aiquant.kernel.statistics;
    exports aiquant.kernel.sweep;
}
