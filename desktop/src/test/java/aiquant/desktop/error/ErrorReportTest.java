package aiquant.desktop.error;

import static org.assertj.core.api.Assertions.assertThat;

import aiquant.desktop.scripted.ScriptedEngine;
import aiquant.engine.Mode;
import org.junit.jupiter.api.Test;

class ErrorReportTest {

    @Test
    void givesTheSameDefectTheSameCodeWhateverItsMessage() {
        ErrorReport one = ErrorReport.of(failure("bar 7"));
        ErrorReport two = ErrorReport.of(failure("bar 8"));

        assertThat(one.code()).isEqualTo(two.code()).matches("E-[0-9A-Z]{7}");
        assertThat(one.sentence()).isNotEqualTo(two.sentence());
    }

    @Test
    void givesAnotherDefectAnotherCode() {
        assertThat(ErrorReport.of(failure("x")).code())
                .isNotEqualTo(ErrorReport.of(new IllegalStateException("x")).code());
    }

    @Test
    void namesTheFirstCause() {
        ErrorReport report = ErrorReport.of(new IllegalStateException("outer", failure("inner")));

        assertThat(report.sentence()).contains("inner");
        assertThat(report.details()).contains("outer", "inner");
    }

    @Test
    void reportsAnEngineFailureOnce() {
        ScriptedEngine engine = new ScriptedEngine(Mode.PAPER);
        EngineFailure failure = new EngineFailure();
        assertThat(failure.noticed(engine.view())).isEmpty();

        engine.fail("disk is full");

        assertThat(failure.noticed(engine.view()))
                .hasValueSatisfying(report -> assertThat(report.sentence()).contains("disk is full"));
        assertThat(failure.noticed(engine.view())).isEmpty();
    }

    private static IllegalArgumentException failure(String message) {
        return new IllegalArgumentException(message);
    }
}
