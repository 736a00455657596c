package aiquant.exchange.signing;

import aiquant.exchange.action.Address;
import aiquant.exchange.action.Effect;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;

/// The nonces of one key: venue time in milliseconds, or one more than the last, whichever is greater.
///
/// Never the same twice, whatever the clock does and whenever the process dies: before a number is given out, a file
/// says that everything up to [#BLOCK] further may have been used, and a restart goes on behind that. So a burst is
/// one write, not one a nonce. Shared by everything that signs with the key. Any thread.
public final class Nonces implements AutoCloseable {

    /// How many numbers, that is milliseconds, one write covers.
    static final int BLOCK = 1000;

    /// The venue takes a day; this much ahead is already a sign of a clock that was wrong.
    private static final long AHEAD_LIMIT_MS = 10 * 60 * 1000;

    private final NonceStore store;
    private final InstantSource venueClock;
    private long last;
    private long reserved;

    private Nonces(NonceStore store, InstantSource venueClock, long last, long reserved) {
        this.store = store;
        this.venueClock = venueClock;
        this.last = last;
        this.reserved = reserved;
    }

    /// @param file       of this key alone
    /// @param atLeast    the highest nonce known from elsewhere, such as a ledger; 0 if there is none
    /// @param venueClock this machine's clock with the measured offset
    /// @throws NonceFileRefused if the file is in use, damaged or another key's
    public static Nonces open(Path file, Address signer, long atLeast, InstantSource venueClock) {
        return open(file, signer, atLeast, venueClock, DurableFile::replaceOnDisk);
    }

    static Nonces open(Path file, Address signer, long atLeast, InstantSource venueClock, DurableFile disk) {
        NonceStore store = NonceStore.open(file, signer, disk);
        boolean isOpen = false;
        try {
            long reserved = store.read();
            Nonces nonces = new Nonces(store, venueClock, Math.max(reserved, atLeast), reserved);
            isOpen = true;
            return nonces;
        } finally {
            if (!isOpen) {
                store.close();
            }
        }
    }

    /// The next nonce.
    ///
    /// Where the file cannot be written, what takes risk away still gets one: a position that cannot be closed is
    /// worse than a nonce that is forgotten, which does harm only if the clock then goes back as well.
    ///
    /// @param effect of the action it is for
    /// @throws NonceRefused if the last one is more than ten minutes ahead of venue time, or it cannot be saved
    public synchronized long next(Effect effect) {
        long now = venueClock.millis();
        if (last - now > AHEAD_LIMIT_MS) {
            throw new NonceRefused("The last nonce is " + (last - now) / 1000 + " s ahead of venue time, the limit is "
                    + AHEAD_LIMIT_MS / 1000 + " s: a clock was wrong. Set the clock, then wait until the venue's time"
                    + " comes within the limit or give this process a new agent key.");
        }
        long nonce = Math.max(now, last + 1);
        if (nonce > reserved) {
            reserve(nonce + BLOCK - 1, effect);
        }
        last = nonce;
        return nonce;
    }

    /// The highest given out, or what an earlier process may have given out.
    public synchronized long last() {
        return last;
    }

    /// Saves exactly what was used and lets another process have the key.
    @Override
    public synchronized void close() {
        try {
            if (last != reserved) {
                store.write(last);
            }
        } catch (IOException e) {
            throw new NonceFileRefused(
                    "The nonces could not be saved when closing: " + e.getMessage()
                            + ". Nothing is lost: the file still covers all that were used.",
                    e);
        } finally {
            store.close();
        }
    }

    private void reserve(long highest, Effect effect) {
        try {
            store.write(highest);
            reserved = highest;
        } catch (IOException e) {
            boolean mayGoOn = switch (effect) {
                case REDUCES, CANCELS -> true;
                case INCREASES, SETTINGS, MONEY -> false;
            };
            if (!mayGoOn) {
                throw new NonceRefused(
                        "The nonce cannot be saved (" + e.getMessage() + "), so nothing that adds risk is signed."
                                + " Check the disk that holds the nonce file.",
                        e);
            }
        }
    }
}
