package aiquant.sidecar.wire;

import aiquant.kernel.market.Interval;
import aiquant.kernel.market.Symbol;
import aiquant.sidecar.wire.SidecarException.Kind;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// Asks a sidecar over its socket.
///
/// It connects when it is first needed. Every call has a deadline; a connection that breaks is opened once more within
/// the call, which is harmless because every request may be made twice. One thread: who waits and who asks need a
/// client
/// each.
public final class SidecarClient implements AutoCloseable {

    private final Path socket;
    private final long connectMs;
    private final long answerMs;
    private @Nullable Connection connection;
    private long nextId = 1;

    /// @param connectMs how long connecting may take
    /// @param answerMs how long an answer may take, on top of what a request itself waits
    public SidecarClient(Path socket, long connectMs, long answerMs) {
        this.socket = socket;
        this.connectMs = connectMs;
        this.answerMs = answerMs;
    }

    /// What is ready and what is not.
    public record Readiness(boolean isReady, List<Symbol> notReady) {}

    /// When a candle opened and closes.
    public record CandleTime(long openMs, long closeMs) {}

    /// Says what this client wants, and that it is alive. To be repeated well within the sidecar's time to live.
    ///
    /// @param user the account whose events are to be collected
    public void ensureStarted(
            String clientId,
            Collection<Symbol> symbols,
            Optional<Interval> interval,
            int candleLimit,
            Optional<String> user)
            throws SidecarException {
        ObjectNode params = symbols(symbols);
        params.put("client_id", clientId);
        interval.ifPresent(one -> params.put("interval", one.text()));
        params.put("candle_limit", candleLimit);
        user.ifPresent(one -> params.put("user", one));
        call("ensure_started", params, 0);
    }

    /// Makes the sidecar connect to the exchange anew.
    public void restart() throws SidecarException {
        call("restart", JsonLines.object(), 0);
    }

    public JsonNode health(Collection<Symbol> symbols, Optional<Interval> interval) throws SidecarException {
        ObjectNode params = symbols(symbols);
        interval.ifPresent(one -> params.put("interval", one.text()));
        return call("health", params, 0);
    }

    public JsonNode stats() throws SidecarException {
        return call("ws_stats", JsonLines.object(), 0);
    }

    public Readiness candlesReady(Collection<Symbol> symbols, Interval interval) throws SidecarException {
        JsonNode answer = call("candles_ready", symbols(symbols).put("interval", interval.text()), 0);
        List<Symbol> notReady = new ArrayList<>();
        answer.path("not_ready").forEach(name -> notReady.add(new Symbol(name.asText())));
        return new Readiness(answer.path("ready").asBoolean(), notReady);
    }

    public JsonNode candlesHealth(Collection<Symbol> symbols, Interval interval) throws SidecarException {
        return call("candles_health", symbols(symbols).put("interval", interval.text()), 0);
    }

    public OptionalDouble mid(Symbol symbol, OptionalDouble maxAgeS) throws SidecarException {
        ObjectNode params = JsonLines.object().put("symbol", symbol.name());
        maxAgeS.ifPresent(age -> params.put("max_age_s", age));
        JsonNode answer = call("get_mid", params, 0);
        return answer.isNumber() ? OptionalDouble.of(answer.doubleValue()) : OptionalDouble.empty();
    }

    public MidsMessage mids(Collection<Symbol> symbols, OptionalDouble maxAgeS) throws SidecarException {
        ObjectNode params = symbols(symbols);
        maxAgeS.ifPresent(age -> params.put("max_age_s", age));
        return read(call("get_mids", params, 0), MidsMessage::read);
    }

    /// Waits for a price that is newer than the numbers of an earlier message.
    public MidsMessage waitMids(Collection<Symbol> symbols, long afterSeq, long afterBboSeq, int timeoutMs)
            throws SidecarException {
        ObjectNode params = symbols(symbols)
                .put("after_seq", afterSeq)
                .put("after_bbo_seq", afterBboSeq)
                .put("timeout_ms", timeoutMs);
        return read(call("wait_mids", params, timeoutMs), MidsMessage::read);
    }

    /// Bid and ask.
    public Optional<double[]> bbo(Symbol symbol, OptionalDouble maxAgeS) throws SidecarException {
        ObjectNode params = JsonLines.object().put("symbol", symbol.name());
        maxAgeS.ifPresent(age -> params.put("max_age_s", age));
        JsonNode answer = call("get_bbo", params, 0);
        return answer.size() == 2
                ? Optional.of(
                        new double[] {answer.get(0).doubleValue(), answer.get(1).doubleValue()})
                : Optional.empty();
    }

    /// The newest candles, the open ones included.
    public Map<Symbol, CandleTime> latestCandleTimes(Collection<Symbol> symbols, Interval interval)
            throws SidecarException {
        return times(call("get_latest_candle_times", symbols(symbols).put("interval", interval.text()), 0));
    }

    /// The newest candles that closed at least so long ago.
    public Map<Symbol, CandleTime> lastClosedCandleTimes(Collection<Symbol> symbols, Interval interval, int graceMs)
            throws SidecarException {
        ObjectNode params = symbols(symbols).put("interval", interval.text()).put("grace_ms", graceMs);
        return times(call("get_last_closed_candle_times", params, 0));
    }

    private static Map<Symbol, CandleTime> times(JsonNode answer) {
        Map<Symbol, CandleTime> times = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> time : answer.properties()) {
            times.put(
                    new Symbol(time.getKey()),
                    new CandleTime(
                            time.getValue().path(0).asLong(),
                            time.getValue().path(1).asLong()));
        }
        return times;
    }

    /// Waits for closed candles that were announced after a place. They are on disk already.
    ///
    /// @param symbols empty for all
    public CandlesMessage waitCandles(Collection<Symbol> symbols, Interval interval, long afterSeq, int timeoutMs)
            throws SidecarException {
        ObjectNode params = symbols(symbols)
                .put("interval", interval.text())
                .put("after_seq", afterSeq)
                .put("timeout_ms", timeoutMs);
        return read(call("wait_candles", params, timeoutMs), CandlesMessage::read);
    }

    /// @param afterSeq empty to go on where this client acknowledged last
    /// @param user one account alone
    public UserEventsMessage readUserEvents(String clientId, OptionalLong afterSeq, Optional<String> user, int maxItems)
            throws SidecarException {
        ObjectNode params = JsonLines.object().put("client_id", clientId).put("max_items", maxItems);
        afterSeq.ifPresent(seq -> params.put("after_seq", seq));
        user.ifPresent(one -> params.put("user", one));
        return read(call("read_user_events", params, 0), UserEventsMessage::read);
    }

    /// Says that everything up to that place is done and need not come again.
    public void acknowledgeUserEvents(String clientId, long seq) throws SidecarException {
        call("ack_user_events", JsonLines.object().put("client_id", clientId).put("seq", seq), 0);
    }

    private static ObjectNode symbols(Collection<Symbol> symbols) {
        ObjectNode params = JsonLines.object();
        ArrayNode names = params.putArray("symbols");
        symbols.forEach(symbol -> names.add(symbol.name()));
        return params;
    }

    private interface Reader<T> {
        T read(JsonNode json);
    }

    private static <T> T read(JsonNode json, Reader<T> reader) throws SidecarException {
        try {
            return reader.read(json);
        } catch (WireFormatException | IllegalArgumentException e) {
            throw new SidecarException(Kind.UNREADABLE, String.valueOf(e.getMessage()));
        }
    }

    /// Asks any method.
    ///
    /// @param waitsMs how long the request itself may wait before it is answered
    /// @throws SidecarException where there is no answer, or a refusal
    public JsonNode call(String method, ObjectNode params, long waitsMs) throws SidecarException {
        long deadlineNanos = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(answerMs + waitsMs);
        Request request = Request.of(nextId++, method, params);
        try {
            return ask(request, deadlineNanos);
        } catch (SidecarException e) {
            throw e;
        } catch (IOException broken) {
            drop();
            try {
                return ask(request, deadlineNanos);
            } catch (SidecarException e) {
                throw e;
            } catch (IOException e) {
                drop();
                throw new SidecarException(Kind.UNREACHABLE, socket + ": " + e.getMessage());
            }
        }
    }

    private JsonNode ask(Request request, long deadlineNanos) throws IOException {
        Connection open = connection;
        if (open == null) {
            open = Connection.open(socket, System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(connectMs));
            connection = open;
        }
        try {
            open.send(request.toLine(), deadlineNanos);
            return switch (Reply.read(open.receive(deadlineNanos))) {
                case Reply.Result(JsonNode id, JsonNode result) when sameId(id, request) -> result;
                case Reply.Failure(JsonNode id, String error)
                when sameId(id, request) -> throw new SidecarException(Kind.REFUSED, error);
                case Reply.Failure failed -> throw unexpected(failed.error());
                case Reply.Result _ -> throw unexpected("an answer to another request");
            };
        } catch (WireFormatException e) {
            throw unexpected(String.valueOf(e.getMessage()));
        } catch (SidecarException e) {
            // After a deadline the answer may still come: it must not be taken for that of the next request.
            if (e.kind() == Kind.TIMED_OUT) {
                drop();
            }
            throw e;
        }
    }

    private static boolean sameId(JsonNode id, Request request) {
        return id.asLong(-1) == request.id().asLong();
    }

    private SidecarException unexpected(String what) {
        drop();
        return new SidecarException(Kind.UNREADABLE, "the sidecar's answer cannot be used: " + what);
    }

    private void drop() {
        Connection open = connection;
        connection = null;
        if (open != null) {
            try {
                open.close();
            } catch (IOException e) {
                // It was broken already.
            }
        }
    }

    @Override
    public void close() {
        drop();
    }
}
