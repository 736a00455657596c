package aiquant.gpu;

import aiquant.kernel.device.Frame;
import aiquant.kernel.device.TradeKernel;
import aiquant.kernel.rule.RuleParams;

/// How many bytes the kernels' structs take on a card.
///
/// @param rules writes the parameters of a configuration
record KernelStructs(
        StructWriter rules,
        int account,
        int position,
        int cooldown,
        int candidate,
        int fillRow,
        int fillTotals,
        int equityCurve) {

    static KernelStructs of(KernelSource source) {
        return new KernelStructs(
                new StructWriter(source.struct("RuleParams"), RuleParams.class),
                source.struct("Account").bytes(),
                source.struct("Position").bytes(),
                source.struct("Cooldown").bytes(),
                source.struct("Candidate").bytes(),
                source.struct("FillRow").bytes(),
                source.struct("FillTotals").bytes(),
                source.struct("EquityCurve").bytes());
    }

    /// What one configuration takes, series apart.
    ///
    /// @param groups parameter sets it has
    /// @param chunk  bars of which it keeps the raw signals
    long bytesPerTrial(MarketShape market, int groups, int chunk) {
        long inputs = (long) groups * (rules.bytes() + 4L * Frame.SLOTS) + 4 + 4 + 8;
        long perSymbol = position + cooldown + candidate + 4L + 8L;
        long state = account + fillTotals + equityCurve + (long) TradeKernel.LOG * fillRow + 8L * market.words();
        long results = 8L * TradeKernel.RESULTS + 8L + 8L * market.days();
        return inputs + perSymbol * market.symbols() + state + results + 8L * market.words() * chunk;
    }
}
