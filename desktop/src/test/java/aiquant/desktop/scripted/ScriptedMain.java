package aiquant.desktop.scripted;

import aiquant.desktop.app.DesktopEntryPoint;
import aiquant.engine.EngineCommand;
import aiquant.engine.EntryPoint;
import aiquant.engine.Mode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/// Shows the workstation over the scripted engine: `ScriptedMain picture.png [light] [screen] [halted] [failed]
/// [fast]`.
public final class ScriptedMain {

    private ScriptedMain() {}

    public static void main(String[] arguments) {
        List<String> words = Arrays.asList(arguments);
        ScriptedEngine engine = new ScriptedEngine(
                words.contains("live") ? Mode.LIVE : words.contains("paper") ? Mode.PAPER : Mode.REPLAY);
        if (words.contains("halted")) {
            engine.send(new EngineCommand.Halt("operator at the workstation"));
        }
        if (words.contains("failed")) {
            engine.fail("ledger could not be written: disk is full (0 bytes free of 512 GB on /var)");
        }
        ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
        long micros = words.contains("fast") ? 200 : 700_000;
        if (!words.contains("failed")) {
            clock.scheduleAtFixedRate(engine::step, micros, micros, TimeUnit.MICROSECONDS);
        }
        int code = new DesktopEntryPoint()
                .run(
                        engine,
                        new EntryPoint.Options(
                                !words.contains("light"),
                                Optional.of(Duration.ofSeconds(6)),
                                Optional.of(Path.of(arguments[0])),
                                1600,
                                1000,
                                !words.contains("screen")));
        clock.shutdownNow();
        System.out.println("exit " + code + ", threads "
                + Thread.getAllStackTraces().keySet().stream()
                        .filter(thread -> !thread.isDaemon())
                        .map(Thread::getName)
                        .toList());
    }
}
