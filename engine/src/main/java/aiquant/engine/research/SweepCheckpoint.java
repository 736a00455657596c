package aiquant.engine.research;

import aiquant.engine.ledger.DurableFile;
import aiquant.kernel.backtest.BacktestSummary;
import aiquant.kernel.sweep.Outcome;
import aiquant.kernel.sweep.ParameterSpace;
import aiquant.kernel.sweep.Trial;
import aiquant.kernel.sweep.TrialResult;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.CheckedOutputStream;

/// Where a sweep stands, in a file beside its output: written to a neighbour, flushed to the disk, renamed.
///
/// Holds the hashes of everything the results depend on, and refuses to go on when one of them differs.
final class SweepCheckpoint {
    private static final int MAGIC = 0x41515357;

    private final Path file;
    private final Map<String, String> hashes;
    private final ParameterSpace space;

    /// @param output the sweep's output file
    /// @param hashes by the name a person knows the thing by
    /// @param space  whose trials are kept
    SweepCheckpoint(Path output, Map<String, String> hashes, ParameterSpace space) {
        this.space = space;
        file = output.resolveSibling(output.getFileName() + ".checkpoint");
        this.hashes = new TreeMap<>(hashes);
    }

    Path file() {
        return file;
    }

    void save(SweepState state) {
        Path draft = file.resolveSibling(file.getFileName() + ".part");
        try {
            CRC32 crc = new CRC32();
            try (DataOutputStream out = new DataOutputStream(
                    new CheckedOutputStream(new BufferedOutputStream(Files.newOutputStream(draft)), crc))) {
                write(out, state);
                out.writeLong(crc.getValue());
            }
            try (FileChannel channel = FileChannel.open(draft, StandardOpenOption.WRITE)) {
                channel.force(true);
            }
            DurableFile.rename(draft, file);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write the checkpoint " + file + ": " + e.getMessage(), e);
        }
    }

    private void write(DataOutputStream out, SweepState state) throws IOException {
        out.writeInt(MAGIC);
        out.writeInt(hashes.size());
        for (Map.Entry<String, String> hash : hashes.entrySet()) {
            out.writeUTF(hash.getKey());
            out.writeUTF(hash.getValue());
        }
        out.writeLong(state.drawn());
        out.writeLong(state.outputBytes());
        writeTrials(out, state.current());
        out.writeInt(state.outcomes().size());
        for (Outcome outcome : state.outcomes()) {
            out.writeDouble(outcome.totalPnl());
            out.writeInt(outcome.totalTrades());
        }
        writeTrials(out, state.next());
        out.writeInt(state.kept().size());
        for (TrialResult kept : state.kept()) {
            write(out, kept);
        }
        out.writeInt(state.sampler().length);
        out.write(state.sampler());
    }

    private static void writeTrials(DataOutputStream out, List<Trial> trials) throws IOException {
        out.writeInt(trials.size());
        for (Trial trial : trials) {
            write(out, trial);
        }
    }

    private static void write(DataOutputStream out, Trial trial) throws IOException {
        out.writeLong(trial.index());
        out.writeInt(trial.size());
        for (int axis = 0; axis < trial.size(); axis++) {
            out.writeDouble(trial.value(axis));
        }
    }

    private static void write(DataOutputStream out, TrialResult result) throws IOException {
        write(out, result.trial());
        BacktestSummary s = result.summary();
        out.writeDouble(s.finalBalance());
        out.writeDouble(s.totalPnl());
        out.writeInt(s.totalTrades());
        out.writeInt(s.totalWins());
        out.writeInt(s.totalLosses());
        out.writeDouble(s.profitFactor());
        out.writeDouble(s.sharpeRatio());
        out.writeDouble(s.maxDrawdownUsd());
        out.writeDouble(s.maxDrawdownPct());
        out.writeDouble(s.totalFees());
        out.writeInt(s.totalSignals());
        out.writeLong(s.fillDigest());
    }

    /// The sweep is over.
    void delete() throws IOException {
        Files.deleteIfExists(file);
    }

    /// What was saved; empty where there is no checkpoint.
    ///
    /// @throws IllegalArgumentException if the file is damaged, or of a sweep that differs from this one
    Optional<SweepState> load() {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        CRC32 crc = new CRC32();
        try (DataInputStream in =
                new DataInputStream(new CheckedInputStream(new BufferedInputStream(Files.newInputStream(file)), crc))) {
            SweepState state = read(in);
            long computed = crc.getValue();
            if (in.readLong() != computed) {
                throw damaged(new IOException("its checksum is wrong"));
            }
            return Optional.of(state);
        } catch (IOException e) {
            throw damaged(e);
        }
    }

    private IllegalArgumentException damaged(IOException cause) {
        return new IllegalArgumentException(
                file + " cannot be read as a checkpoint (" + cause.getMessage()
                        + "); delete it and start the sweep anew without --resume",
                cause);
    }

    private SweepState read(DataInputStream in) throws IOException {
        if (in.readInt() != MAGIC) {
            throw new IOException("it does not begin as one");
        }
        int count = in.readInt();
        for (int i = 0; i < count; i++) {
            String name = in.readUTF();
            String hash = in.readUTF();
            if (!hash.equals(hashes.get(name))) {
                throw new IllegalArgumentException("--resume: " + name + " is not what it was when " + file
                        + " was written (then " + hash + ", now " + hashes.getOrDefault(name, "nothing")
                        + "); start the sweep anew without --resume");
            }
        }
        long drawn = in.readLong();
        long bytes = in.readLong();
        List<Trial> current = trials(in);
        List<Outcome> outcomes = new ArrayList<>();
        for (int i = in.readInt(); i > 0; i--) {
            outcomes.add(new Outcome(in.readDouble(), in.readInt()));
        }
        List<Trial> next = trials(in);
        List<TrialResult> kept = new ArrayList<>();
        for (int i = in.readInt(); i > 0; i--) {
            kept.add(result(in));
        }
        byte[] sampler = new byte[in.readInt()];
        in.readFully(sampler);
        return new SweepState(drawn, bytes, current, outcomes, next, kept, sampler);
    }

    private List<Trial> trials(DataInputStream in) throws IOException {
        List<Trial> trials = new ArrayList<>();
        for (int i = in.readInt(); i > 0; i--) {
            trials.add(trial(in));
        }
        return trials;
    }

    private Trial trial(DataInputStream in) throws IOException {
        long index = in.readLong();
        double[] values = new double[in.readInt()];
        for (int i = 0; i < values.length; i++) {
            values[i] = in.readDouble();
        }
        try {
            return space.trial(index, values);
        } catch (IllegalArgumentException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    private TrialResult result(DataInputStream in) throws IOException {
        Trial trial = trial(in);
        return new TrialResult(
                trial,
                new BacktestSummary(
                        in.readDouble(),
                        in.readDouble(),
                        in.readInt(),
                        in.readInt(),
                        in.readInt(),
                        in.readDouble(),
                        in.readDouble(),
                        in.readDouble(),
                        in.readDouble(),
                        in.readDouble(),
                        in.readInt(),
                        in.readLong()));
    }
}
