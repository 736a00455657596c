package aiquant.bench;

import aiquant.exchange.wire.Frame;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/// Reading quotes of the exchange's socket: a call reads one text 10,000 times.
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
@State(Scope.Benchmark)
public class DecodeBench {
    static final int FRAMES = 10_000;

    private static final Map<String, String> TEXTS = Map.of(
            "bbo", """
                    {"channel":"bbo","data":{"coin":"BTC","time":1787195068169,"bbo":[\
                    {"px":"69172.0","sz":"0.92185","n":4},{"px":"69173.0","sz":"9.07775","n":32}]}}""",
            "candle", """
                    {"channel":"candle","data":{"t":1787195040000,"T":1787195099999,"s":"BTC","i":"1m",\
                    "o":"69170.0","c":"69172.0","h":"69174.0","l":"69170.0","v":"0.80052","n":47}}""");

    @Param("bbo")
    public String channel = "bbo";

    @Benchmark
    public void decode(Blackhole hole) {
        String text = TEXTS.getOrDefault(channel, "");
        for (int i = 0; i < FRAMES; i++) {
            hole.consume(Frame.read(text));
        }
    }
}
