package aiquant.engine.research;

import aiquant.kernel.strategy.Parameters;
import aiquant.kernel.strategy.StrategyParams;
import aiquant.kernel.sweep.Axis;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;

/// Whether a sweep's value arrives where it should: an axis's first value written and read back.
///
/// @param before what the base configuration says
/// @param after  what is read back; integers and switches are converted on the way in
public record OverrideCheck(String path, double requested, double before, double after) {

    static OverrideCheck of(Axis axis, StrategyParams base) {
        double first = axis.values()[0];
        return new OverrideCheck(
                axis.path(),
                first,
                Parameters.read(base, axis.path()),
                Parameters.read(base.with(axis.path(), first), axis.path()));
    }

    /// Whether something else is read back than what the parameter's type makes of the request.
    public boolean isFailed() {
        return after != expected(Parameters.find(path).orElseThrow().type());
    }

    private double expected(Class<?> type) {
        if (type == double.class) {
            return requested;
        }
        if (type == boolean.class) {
            return requested != 0.0 ? 1.0 : 0.0;
        }
        double whole = (int) requested;
        return type == int.class ? Math.max(0.0, whole) : whole == 0.0 || whole == 1.0 ? whole : 2.0;
    }

    void write(JsonGenerator json) throws IOException {
        json.writeStartObject();
        ReportJson.number(json, "after", after);
        ReportJson.number(json, "before", before);
        json.writeStringField("path", path);
        ReportJson.number(json, "requested", requested);
        json.writeStringField("status", isFailed() ? "FailedUnchanged" : "Applied");
        json.writeEndObject();
    }
}
