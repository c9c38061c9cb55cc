package kaflint.referee;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Stops what was started, beside the judging, and gives up on what does not stop: in some releases a consumer waits
 * forever for a thread of its own that has ended.
 */
final class Janitor {
    private static final int WAITING = 32;
    private static final Deque<Future<?>> STOPPING = new ArrayDeque<>();
    private static final ExecutorService EXECUTOR = newExecutor();

    private Janitor() {}

    interface Stop {
        void run() throws Throwable;
    }

    /** Runs soon in another thread; what it throws is nobody's business. */
    static void stop(Stop stop) {
        ClassLoader loader = Thread.currentThread().getContextClassLoader();
        STOPPING.add(EXECUTOR.submit(() -> {
            Thread.currentThread().setContextClassLoader(loader);
            try {
                stop.run();
            } catch (Throwable e) {
                // It was about to be thrown away.
            }
        }));
        while (STOPPING.size() > WAITING) {
            await(STOPPING.remove());
        }
    }

    private static void await(Future<?> stopping) {
        try {
            stopping.get(2, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            stopping.cancel(true);
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    private static ExecutorService newExecutor() {
        return Executors.newFixedThreadPool(4, task -> {
            Thread thread = new Thread(task, "janitor");
            thread.setDaemon(true);
            return thread;
        });
    }
}
