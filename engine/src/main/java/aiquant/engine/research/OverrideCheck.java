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

    /// A value that was asked for and neither arrived nor was converted to a whole number or a switch.
    public boolean isFailed() {
        return after == before && after != requested && after != Math.max(0, (int) requested) && after != 1.0;
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
