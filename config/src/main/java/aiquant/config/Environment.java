package aiquant.config;

import aiquant.kernel.market.Interval;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/// The environment variables that matter, typed. Nothing else in the program reads the environment.
///
/// Immutable: what a variable says is fixed when the process starts. A blank variable counts as not set.
public final class Environment {

    private static final String UNDERSTOOD = "I_UNDERSTAND_THIS_CAN_LOSE_MONEY";
    private static final List<String> NO = List.of("0", "false", "no", "off");

    private final Map<String, String> variables;

    public Environment(Map<String, String> variables) {
        this.variables = Map.copyOf(variables);
    }

    /// What this process was started with.
    public static Environment system() {
        return new Environment(System.getenv());
    }

    /// The same with some variables replaced.
    public Environment with(Map<String, String> replacements) {
        Map<String, String> merged = new HashMap<>(variables);
        merged.putAll(replacements);
        return new Environment(merged);
    }

    /// `AI_QUANT_MODE`
    ///
    /// @throws ConfigError if it names no mode
    public Optional<TradingMode> mode() {
        String variable = "AI_QUANT_MODE";
        List<String> known =
                Arrays.stream(TradingMode.values()).map(TradingMode::text).toList();
        return text(variable)
                .map(written -> TradingMode.find(written)
                        .orElseThrow(() -> refused(
                                variable, "unknown mode '" + written + "'" + Nearest.hint(written, "modes", known))));
    }

    /// `AI_QUANT_LIVE_ENABLE` is exactly `1`.
    public boolean isLiveEnabled() {
        return text("AI_QUANT_LIVE_ENABLE").equals(Optional.of("1"));
    }

    /// `AI_QUANT_LIVE_CONFIRM` holds the whole sentence.
    public boolean isLiveConfirmed() {
        return text("AI_QUANT_LIVE_CONFIRM").equals(Optional.of(UNDERSTOOD));
    }

    /// `AI_QUANT_KILL_SWITCH` in small letters: a word such as `close_only` or `halt_all`.
    public Optional<String> killSwitch() {
        return text("AI_QUANT_KILL_SWITCH").map(word -> word.toLowerCase(Locale.ROOT));
    }

    /// `AI_QUANT_KILL_SWITCH_FILE`
    public Optional<Path> killSwitchFile() {
        return path("AI_QUANT_KILL_SWITCH_FILE");
    }

    /// `AI_QUANT_HARD_KILL_SWITCH` is set to anything but 0, false, no or off: when in doubt, nothing is traded.
    public boolean isHardKilled() {
        return text("AI_QUANT_HARD_KILL_SWITCH")
                .filter(word -> !NO.contains(word.toLowerCase(Locale.ROOT)))
                .isPresent();
    }

    /// `AI_QUANT_LOCK_PATH`, else a file in the data folder: one for paper, one for the real account.
    public Path lockFile(TradingMode mode) {
        String name = mode.usesRealAccount() ? "ai_quant_live.lock" : "ai_quant_paper.lock";
        return path("AI_QUANT_LOCK_PATH").orElseGet(() -> dataFolder().resolve(name));
    }

    /// `AI_QUANT_STRATEGY_YAML`
    public Optional<Path> strategyFile() {
        return path("AI_QUANT_STRATEGY_YAML");
    }

    /// `AI_QUANT_CANDLE_PRUNE_DISABLE_INTERVALS`, separated by commas or spaces: candles that are kept for ever.
    ///
    /// @throws ConfigError if one is no interval
    public Set<Interval> intervalsKeptForEver() {
        String variable = "AI_QUANT_CANDLE_PRUNE_DISABLE_INTERVALS";
        EnumSet<Interval> kept = EnumSet.noneOf(Interval.class);
        for (String word : text(variable).orElse("").split("[,\\s]+")) {
            if (!word.isEmpty()) {
                kept.add(interval(variable, word));
            }
        }
        return Set.copyOf(kept);
    }

    /// `AI_QUANT_DATA_DIR`, else `aiquant` in `XDG_DATA_HOME`, else `~/.local/share/aiquant`.
    public Path dataFolder() {
        return path("AI_QUANT_DATA_DIR")
                .or(() -> xdg("XDG_DATA_HOME").map(folder -> folder.resolve("aiquant")))
                .orElseGet(() -> home().resolve(".local", "share", "aiquant"));
    }

    /// `XDG_RUNTIME_DIR`: a folder only this user can enter, gone after the last log-out.
    public Optional<Path> runtimeFolder() {
        return xdg("XDG_RUNTIME_DIR");
    }

    /// `aiquant` in `XDG_CONFIG_HOME`, else `~/.config/aiquant`.
    public Path userConfigFolder() {
        return xdg("XDG_CONFIG_HOME").orElseGet(() -> home().resolve(".config")).resolve("aiquant");
    }

    /// `aiquant` in `XDG_STATE_HOME`, else `~/.local/state/aiquant`.
    public Path stateFolder() {
        return xdg("XDG_STATE_HOME")
                .orElseGet(() -> home().resolve(".local", "state"))
                .resolve("aiquant");
    }

    /// `DISPLAY` or `WAYLAND_DISPLAY` names a display.
    public boolean isDisplayNamed() {
        return text("DISPLAY").isPresent() || text("WAYLAND_DISPLAY").isPresent();
    }

    /// `NOTIFY_SOCKET`: where systemd wants to hear that the service is up. `@` stands for an abstract address.
    public Optional<String> notifySocket() {
        return text("NOTIFY_SOCKET");
    }

    /// `WATCHDOG_USEC`: systemd restarts the service after this silence, in microseconds.
    ///
    /// @throws ConfigError if it is no positive number
    public OptionalLong watchdogUs() {
        Optional<String> written = text("WATCHDOG_USEC");
        if (written.isEmpty()) {
            return OptionalLong.empty();
        }
        if (!written.get().matches("[0-9]{1,18}") || Long.parseLong(written.get()) == 0) {
            throw refused("WATCHDOG_USEC", "must be a positive number of microseconds: '" + written.get() + "'");
        }
        return OptionalLong.of(Long.parseLong(written.get()));
    }

    /// Any other variable by its name, for what only one part of the program knows; empty where it is blank.
    public Optional<String> variable(String name) {
        return text(name);
    }

    /// Whether the variable is there, even if it is blank.
    public boolean isSet(String name) {
        return variables.containsKey(name);
    }

    private Path home() {
        return path("HOME").orElseGet(() -> Path.of(System.getProperty("user.home", ".")));
    }

    /// Relative values do not count; so says the XDG Base Directory Specification.
    private Optional<Path> xdg(String variable) {
        return path(variable).filter(Path::isAbsolute);
    }

    private Optional<Path> path(String variable) {
        try {
            return text(variable).map(Path::of);
        } catch (InvalidPathException e) {
            throw new ConfigError(Place.whole(variable), "this is no path: " + e.getMessage(), e);
        }
    }

    private Optional<String> text(String variable) {
        return Optional.ofNullable(variables.get(variable)).map(String::strip).filter(value -> !value.isEmpty());
    }

    private static Interval interval(String variable, String word) {
        try {
            return Interval.of(word);
        } catch (IllegalArgumentException e) {
            throw new ConfigError(Place.whole(variable), e.getMessage() == null ? word : e.getMessage(), e);
        }
    }

    private static ConfigError refused(String variable, String problem) {
        return new ConfigError(Place.whole(variable), problem);
    }
}
