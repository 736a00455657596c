package aiquant.sidecar.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;

/// An import in a process of its own, which stops after a given number of files so that it can be killed there.
///
/// Arguments: the folder to import, the data folder, the number of files to write before stopping.
final class ImportProcess {

    private ImportProcess() {}

    public static void main(String[] arguments) {
        int stopAfter = Integer.parseInt(arguments[2]);
        ImportProgress progress = (step, done, _, _) -> {
            if (step == ImportProgress.Step.WRITING && done == stopAfter) {
                waitForTheEnd();
            }
        };
        new MarketDataImport(Path.of(arguments[1]), InstantSource.system(), progress)
                .run(List.of(Path.of(arguments[0])));
    }

    private static void waitForTheEnd() {
        System.out.println("stopped");
        try {
            if (System.in.read() < 0) {
                System.exit(0);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
