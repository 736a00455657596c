package aiquant.headless;

import aiquant.headless.command.AiQuantCommand;

/// Starts the command line and ends with its exit code: 0 done, 1 refused or failed, 2 wrong usage.
public final class Main {

    private Main() {}

    public static void main(String[] args) {
        System.exit(AiQuantCommand.run(args));
    }
}
