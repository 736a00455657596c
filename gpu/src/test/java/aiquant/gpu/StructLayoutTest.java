package aiquant.gpu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import aiquant.kernel.rule.Candidate;
import aiquant.kernel.rule.RuleParams;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class StructLayoutTest {
    private static final KernelSource SOURCE = KernelSource.load();

    @Test
    void laysFieldsOutAsCompilersDo() {
        StructLayout layout = StructLayout.parse("""
                    int symbol = 0;
                    double price = 0;
                    bool isOpen = 0;
                    int count = 0;
                    bool isLast = 0;
                """);

        assertThat(layout.fields().stream().map(StructLayout.Field::offset)).isEqualTo(List.of(0, 8, 16, 20, 24));
        assertThat(layout.bytes()).isEqualTo(32);
    }

    @Test
    void knowsEveryParameterOfTheRules() {
        List<String> names = Arrays.stream(RuleParams.class.getFields())
                .filter(field -> !Modifier.isStatic(field.getModifiers()))
                .map(Field::getName)
                .toList();

        assertThat(SOURCE.struct("RuleParams").fields().stream().map(StructLayout.Field::name))
                .containsExactlyInAnyOrderElementsOf(names);
    }

    @Test
    void writesValuesWhereTheDeviceReadsThem() {
        Candidate candidate = new Candidate();
        candidate.side = -1;
        candidate.price = 2.5;
        candidate.score = 123L;
        StructLayout layout = SOURCE.struct("Candidate");

        try (Arena arena = Arena.ofConfined()) {
            MemorySegment memory = arena.allocate(2L * layout.bytes(), 8);
            new StructWriter(layout, Candidate.class).write(candidate, memory, layout.bytes());

            assertThat(layout.bytes()).isEqualTo(56);
            assertThat(memory.get(ValueLayout.JAVA_INT, 56 + 4)).isEqualTo(-1);
            assertThat(memory.get(ValueLayout.JAVA_DOUBLE, 56 + 16)).isEqualTo(2.5);
            assertThat(memory.get(ValueLayout.JAVA_LONG, 56 + 48)).isEqualTo(123L);
        }
    }

    @Test
    void refusesAnUnknownStruct() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SOURCE.struct("Nothing"))
                .withMessage("the device code has no struct Nothing");
    }
}
