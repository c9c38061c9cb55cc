package kaflint.referee;

import java.util.Map;

/** Reads what a producer really does from its own parts, since its config's values lie in some releases. */
final class RunningProducer {
    private RunningProducer() {}

    static void overwrite(Map<String, Object> effective, Object producer) {
        Object sender = Reflect.field(producer, "sender").orElseThrow();
        Object accumulator = Reflect.field(producer, "accumulator").orElseThrow();
        set(effective, "acks", Reflect.field(sender, "acks").orElseThrow());
        set(effective, "retries", Reflect.field(sender, "retries").orElseThrow());
        Object inFlight = Reflect.field(sender, "client").flatMap(c -> Reflect.field(c, "inFlightRequests"))
                .flatMap(r -> Reflect.field(r, "maxInFlightRequestsPerConnection")).orElseThrow();
        set(effective, "max.in.flight.requests.per.connection", inFlight);
        Reflect.field(accumulator, "deliveryTimeoutMs")
                .ifPresent(milliseconds -> set(effective, "delivery.timeout.ms", milliseconds));
        set(effective, "enable.idempotence", Reflect.field(producer, "transactionManager").isPresent());
    }

    private static void set(Map<String, Object> effective, String key, Object value) {
        if (effective.containsKey(key)) {
            effective.put(key, String.valueOf(value));
        }
    }

    /** A producer's own close() waits for its sender for a long time in old releases. */
    static void stop(Object producer) throws Throwable {
        Reflect.call(Reflect.field(producer, "sender").orElseThrow(), "forceClose");
        ((Thread) Reflect.field(producer, "ioThread").orElseThrow()).join();
        for (String part : new String[] {"interceptors", "metrics", "keySerializer", "valueSerializer", "partitioner"}) {
            Object closeable = Reflect.field(producer, part).orElse(null);
            if (closeable instanceof AutoCloseable) {
                ((AutoCloseable) closeable).close();
            }
        }
    }
}
