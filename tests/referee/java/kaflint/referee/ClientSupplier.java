package kaflint.referee;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Streams' own supplier of clients, which remembers what it gave: a KafkaStreams whose constructor throws leaves clients
 * with their threads and sockets behind.
 */
final class ClientSupplier {
    private final List<Object> clients = new ArrayList<>();
    private final Object proxy;

    /** `streams` is a StreamsConfig, which since 3.3 says whose clients are used. */
    ClientSupplier(Release release, Object streams) throws Throwable {
        Object own = Reflect.has(streams.getClass(), "getKafkaClientSupplier")
                ? Reflect.call(streams, "getKafkaClientSupplier")
                : Reflect.construct(
                        release.type("org.apache.kafka.streams.processor.internals.DefaultKafkaClientSupplier"));
        Class<?> type = release.type("org.apache.kafka.streams.KafkaClientSupplier");
        proxy = Proxy.newProxyInstance(release.loader(), new Class<?>[] {type}, (self, method, arguments) -> {
            try {
                Object client = method.invoke(own, arguments);
                clients.add(client);
                return client;
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        });
    }

    /** A KafkaClientSupplier. */
    Object proxy() {
        return proxy;
    }

    void stopClients() {
        for (Object client : clients) {
            Janitor.stop(() -> {
                if (client.getClass().getSimpleName().equals("KafkaProducer")) {
                    RunningProducer.stop(client);
                } else if (Reflect.has(client.getClass(), "close", Duration.ZERO)) {
                    Reflect.call(client, "close", Duration.ZERO);
                } else {
                    Reflect.call(client, "close", 0L, TimeUnit.MILLISECONDS);
                }
            });
        }
    }
}
