package huibao.cli.watch;

import huibao.cli.ExitCodes;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * A signal that asks the program to end (SIGTERM, SIGINT). It asks for an end, not for a failure: what the exit code
 * says then is that all is well, unless the program ends with another one.
 */
public final class StopSignal {

    /** How long a stop waits for the run that is going on; killed later, the next run continues it. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** How long the last word may take where nobody reads what is printed. */
    private static final Duration LAST_WORD = Duration.ofSeconds(5);

    private final CountDownLatch asked = new CountDownLatch(1);
    private final CountDownLatch ended = new CountDownLatch(1);
    private volatile int exitCode = ExitCodes.FAILED;
    private volatile Runnable unfinished = () -> {};

    /** Heeds signals from now on. */
    public void heed() {
        Runtime.getRuntime().addShutdownHook(new Thread(this::endQuietly, "stop"));
    }

    /** Who is told when the program is ended without waiting any longer. */
    void ifUnfinished(Runnable told) {
        unfinished = told;
    }

    /** Waits for the signal; whether it has come. */
    boolean await(Duration atMost) throws InterruptedException {
        return asked.await(atMost.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Whether the signal has come. */
    boolean isAsked() {
        return asked.getCount() == 0;
    }

    /** Notes that nothing is going on any more. */
    public void ended(int code) {
        exitCode = code;
        ended.countDown();
    }

    private void endQuietly() {
        if (ended.getCount() == 0) {
            return;
        }
        asked.countDown();
        int code = ExitCodes.DONE;
        try {
            if (ended.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                code = exitCode;
            } else {
                Thread word = new Thread(unfinished, "last word");
                word.start();
                word.join(LAST_WORD.toMillis());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            Runtime.getRuntime().halt(code);
        }
    }
}
