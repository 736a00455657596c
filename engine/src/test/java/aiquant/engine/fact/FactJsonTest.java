package aiquant.engine.fact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import aiquant.engine.Mode;
import aiquant.engine.order.Order;
import aiquant.engine.order.OrderState;
import aiquant.engine.risk.KillLevel;
import aiquant.kernel.decision.DecisionTrace;
import aiquant.kernel.decision.Intent;
import aiquant.kernel.decision.Memory.EntryCandidate;
import aiquant.kernel.market.Symbol;
import aiquant.money.Price;
import aiquant.money.Quantity;
import aiquant.money.Usd;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class FactJsonTest {
    private static final Symbol PEPE = new Symbol("kPEPE");
    private static final Intent OPEN =
            new Intent.Open(PEPE, true, 0.1 + 0.2, 1e-7, 3.0, 0.6, 5.0, 2, 1e-9, 22.0, "High entry");
    private static final Intent CLOSE = new Intent.Close(PEPE, false, 1e300, 5e-324, true, "Signal Flip");

    static List<Fact> everyKind() {
        return List.of(
                new Fact.RunStarted(
                        "0.1.0", Mode.PAPER, "main", "candles 1h", "1h", List.of(PEPE), Usd.of("10000"), 200),
                new Fact.ConfigAdopted("abc", "built-in defaults"),
                new Fact.CommandTaken("halt", "quotes \" and \n lines"),
                new Fact.KillChanged("operator", KillLevel.HALTED, "why"),
                new Fact.DecisionMade(
                        "e",
                        1L,
                        Optional.of(PEPE),
                        List.of(OPEN, CLOSE),
                        OptionalDouble.of(0.1),
                        Optional.of(new EntryCandidate(PEPE, false, 1, 2.0, 3.0, 4.0, 5.0)),
                        Optional.of(new DecisionTrace(
                                1L,
                                PEPE,
                                "BUY",
                                "high",
                                "candidate",
                                List.of(new DecisionTrace.Check("ADX floor", 25.5, 22.0, true))))),
                new Fact.DecisionMade(
                        "r",
                        1L,
                        Optional.empty(),
                        List.of(),
                        OptionalDouble.empty(),
                        Optional.empty(),
                        Optional.empty()),
                new Fact.OrderCreated(new Order(
                        "0x01", OPEN, true, Quantity.of("0.0000001"), Price.of("0.3"), false, "strategy", 5L)),
                new Fact.IntentDenied("0x02", CLOSE, "operator", "kill_level", "no"),
                new Fact.OrderReported("0x01", OrderState.ACCEPTED, ""),
                new Fact.FillBooked(
                        "0x01",
                        "t1",
                        7L,
                        PEPE,
                        "OPEN_LONG",
                        Price.of("0.30000000000000004"),
                        Quantity.of("1000000"),
                        Usd.of("0.00105"),
                        Usd.ZERO,
                        Usd.of("9999.99895")),
                new Fact.RoundDecided(9L, 12, 9999.99895, 1e4 / 3.0),
                new Fact.RunEnded("stopped"));
    }

    @ParameterizedTest
    @MethodSource("everyKind")
    void readsBackWhatItWrote(Fact fact) {
        assertThat(FactJson.read(FactJson.kind(fact), FactJson.write(fact))).isEqualTo(fact);
    }

    @Property
    void keepsEveryBitOfADouble(@ForAll long bits) {
        double value = Double.longBitsToDouble(bits);
        if (Double.isFinite(value)) {
            Fact fact = new Fact.RoundDecided(0L, 0, value, -value);

            assertThat(FactJson.read("RoundDecided", FactJson.write(fact))).isEqualTo(fact);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"why\":3,\"extra\":1}", "[]", "\"\"", "{\"why\":"})
    void refusesABodyThatHasNotTheFormOfItsKind(String body) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FactJson.read("RoundDecided", body))
                .withMessageContaining("RoundDecided");
    }

    @Test
    void refusesAnUnknownKindByName() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FactJson.read("Nonsense", "{}"))
                .withMessageContaining("'Nonsense'");
    }
}
