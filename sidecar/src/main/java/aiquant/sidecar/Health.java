package aiquant.sidecar;

import aiquant.kernel.market.Interval;
import aiquant.kernel.market.Symbol;
import aiquant.sidecar.wire.JsonLines;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// Answers how the sidecar is doing. Null stands for "never".
record Health(
        Counters counters,
        Quotes quotes,
        MarketLoop market,
        Wishes wishes,
        Accounts accounts,
        Chores chores,
        Progress progress,
        InstantSource clock,
        String exchange,
        Path folder) {

    JsonNode health(List<Symbol> symbols, Optional<Interval> interval) {
        long nowMs = clock.millis();
        ObjectNode json = connection(nowMs);
        Quotes.View view = quotes.view(symbols);
        put(
                json,
                "mids_age_s",
                oldest(
                        view.mids().values().stream()
                                .mapToLong(Quotes.Mid::receivedMs)
                                .min(),
                        nowMs));
        put(
                json,
                "bbo_age_s",
                oldest(
                        view.bests().values().stream()
                                .mapToLong(Quotes.Best::receivedMs)
                                .min(),
                        nowMs));
        OptionalLong candles = interval.isEmpty()
                ? OptionalLong.empty()
                : symbols.stream()
                        .flatMap(symbol -> market.heardMs(new SeriesKey(symbol, interval.get())).stream())
                        .mapToLong(Long::longValue)
                        .min();
        put(json, "candle_age_s", oldest(candles, nowMs));
        return json;
    }

    private static Optional<Double> oldest(OptionalLong receivedMs, long nowMs) {
        return receivedMs.isPresent()
                ? Optional.of(MidsAnswer.seconds(nowMs - receivedMs.getAsLong()))
                : Optional.empty();
    }

    private static void put(ObjectNode json, String name, Optional<Double> value) {
        if (value.isPresent()) {
            json.put(name, value.get());
        } else {
            json.putNull(name);
        }
    }

    private static void put(ObjectNode json, String name, OptionalLong value) {
        if (value.isPresent()) {
            json.put(name, value.getAsLong());
        } else {
            json.putNull(name);
        }
    }

    private ObjectNode connection(long nowMs) {
        ObjectNode json = JsonLines.object();
        json.put("connected", counters.isConnected());
        json.put("ws_connect_attempt", counters.connects.get());
        json.put("ws_disconnect_count", counters.disconnects.get());
        putText(json, "ws_last_close", counters.lastClose());
        put(json, "ws_last_close_ms", Counters.time(counters.disconnectedMs));
        put(
                json,
                "ws_last_message_age_s",
                Counters.time(counters.heardMs).isPresent()
                        ? Optional.of(MidsAnswer.seconds(nowMs - counters.heardMs.get()))
                        : Optional.empty());
        json.put("ws_problems", counters.problems.get());
        putText(json, "ws_last_error", counters.lastProblem());
        put(json, "ws_last_error_ms", Counters.time(counters.problemMs));
        // No message is ever dropped: a full inbox makes the reader wait.
        json.put("ws_incoming_drops_full", 0);
        json.put("ws_incoming_drops_closed", 0);
        json.putNull("ws_last_incoming_drop_ms");
        json.put("write_failures", counters.writeFailures.get());
        putText(json, "last_write_failure", counters.lastWriteFailure());
        json.put("rows_not_written", counters.droppedRows.get());
        json.put("bbo_samples_not_written", counters.droppedSamples.get());
        counters.venueTime().ifPresent(time -> {
            put(json, "clock_ahead_ms", time.aheadMs());
            json.put("clock_uncertainty_ms", time.uncertaintyMs());
            json.put("clock_wrong", time.isWrong());
            json.put("clock", time.text());
        });
        ArrayNode overdue = json.putArray("overdue");
        progress.overdue().forEach(overdue::add);
        return json;
    }

    private static void putText(ObjectNode json, String name, String text) {
        if (text.isEmpty()) {
            json.putNull(name);
        } else {
            json.put(name, text);
        }
    }

    JsonNode stats() {
        ObjectNode json = connection(clock.millis());
        json.put("exchange", exchange);
        json.put("databases", folder.toAbsolutePath().toString());
        put(json, "ws_connected_at_ms", Counters.time(counters.connectedMs));
        put(json, "ws_last_disconnect_ms", Counters.time(counters.disconnectedMs));
        wishes.addTo(json);
        ObjectNode users = json.putObject("accounts");
        accounts.states().forEach((user, state) -> {
            ObjectNode item = users.putObject(user);
            item.put("connected", state.isConnected());
            item.put("complete_epoch", state.completeEpoch());
            putText(item, "last_error", state.error());
        });
        ObjectNode jobs = json.putObject("jobs");
        chores.states().forEach((name, state) -> {
            ObjectNode item = jobs.putObject(name);
            put(item, "last_done_ms", state.lastDoneMs().map(OptionalLong::of).orElse(OptionalLong.empty()));
            putText(item, "last_error", state.error());
        });
        return json;
    }

    JsonNode candles(List<SeriesKey> keys) {
        ObjectNode json = JsonLines.object();
        json.put("ws_candle_disabled_s", 0);
        ArrayNode items = json.putArray("items");
        for (SeriesKey key : keys) {
            ObjectNode item = items.addObject();
            item.put("symbol", key.symbol().name());
            item.put("interval", key.interval().text());
            Optional<SeriesHealth> found = market.health(key);
            item.put("ready", found.map(SeriesHealth::isReady).orElse(false));
            found.ifPresent(health -> add(item, health));
        }
        return json;
    }

    private static void add(ObjectNode item, SeriesHealth health) {
        item.put("have_count", health.have());
        item.put("expected_count", health.expected());
        item.put("missing", health.missing());
        item.put("lost", health.lost());
        put(item, "min_t", health.minMs());
        put(item, "max_t", health.maxMs());
        long lengthMs = health.key().interval().lengthMs();
        put(
                item,
                "max_t_close",
                health.maxMs().isPresent()
                        ? OptionalLong.of(health.maxMs().getAsLong() + lengthMs - 1)
                        : OptionalLong.empty());
        put(item, "earliest_t", health.earliestMs());
        item.put("checked_at_ms", health.checkedMs());
        put(item, "last_ok_backfill_ms", health.lastFilledMs());
        putText(item, "last_err_backfill", health.lastError());
    }
}
