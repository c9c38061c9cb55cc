package kaflint.referee;

import java.lang.reflect.Constructor;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Constructs real clients. Nothing is sent: a client is stopped as soon as its constructor has returned. */
final class ClientJudge implements Judge {
    enum Kind {
        PRODUCER("org.apache.kafka.clients.producer.ProducerConfig", "org.apache.kafka.clients.producer.KafkaProducer",
                "serializer", "org.apache.kafka.common.serialization.ByteArraySerializer"),
        CONSUMER("org.apache.kafka.clients.consumer.ConsumerConfig", "org.apache.kafka.clients.consumer.KafkaConsumer",
                "deserializer", "org.apache.kafka.common.serialization.ByteArrayDeserializer"),
        SHARE_CONSUMER("org.apache.kafka.clients.consumer.ShareConsumerConfig",
                "org.apache.kafka.clients.consumer.KafkaShareConsumer",
                "deserializer", "org.apache.kafka.common.serialization.ByteArrayDeserializer"),
        ADMIN("org.apache.kafka.clients.admin.AdminClientConfig", "org.apache.kafka.clients.admin.AdminClient",
                null, null);

        final String config;
        final String client;
        final String data;
        final String dataClass;

        Kind(String config, String client, String data, String dataClass) {
            this.config = config;
            this.client = client;
            this.data = data;
            this.dataClass = dataClass;
        }
    }

    private final Release release;
    private final ConfigDefs configDefs;
    private final Kind kind;

    ClientJudge(Release release, ConfigDefs configDefs, Kind kind) {
        this.release = release;
        this.configDefs = configDefs;
        this.kind = kind;
    }

    @Override
    public Object definition() throws Throwable {
        return configDefs.of(release.type(kind.config));
    }

    @Override
    public Started start(Map<String, String> config) throws Throwable {
        return Started.with(start(config, new HashMap<>(config)));
    }

    /** `handed` is what reaches the constructor; it may hold other things than texts where Streams derived it. */
    Map<String, Object> start(Map<String, String> written, Map<String, Object> handed) throws Throwable {
        Object client = construct(handed);
        try {
            return effective(client, written, handed);
        } finally {
            Janitor.stop(() -> stop(client));
        }
    }

    private Object construct(Map<String, Object> handed) throws Throwable {
        Class<?> type = release.type(kind.client);
        if (kind == Kind.ADMIN) {
            return Reflect.callStatic(type, "create", handed);
        }
        String pack = "org.apache.kafka.common.serialization.";
        Class<?> data = release.type(kind == Kind.PRODUCER ? pack + "Serializer" : pack + "Deserializer");
        Constructor<?> constructor = Reflect.constructor(type, Map.class, data, data)
                .orElseThrow(() -> new Reflect.Unsupported("no such constructor"));
        return Reflect.construct(constructor, handed, data("key", handed), data("value", handed));
    }

    /** Programs pass their (de)serializers to the constructor when they do not configure them. */
    private Object data(String part, Map<String, Object> handed) throws Throwable {
        return handed.containsKey(part + "." + kind.data) ? null : Reflect.construct(release.type(kind.dataClass));
    }

    private Map<String, Object> effective(Object client, Map<String, String> written, Map<String, Object> handed)
            throws Throwable {
        Object definition = definition();
        if (kind == Kind.PRODUCER) {
            Object config = Reflect.field(client, "producerConfig").orElseThrow();
            Map<String, Object> result = configDefs.effective(definition, config, written);
            RunningProducer.overwrite(result, client);
            return withoutPassedClasses(result, handed);
        }
        // The other clients do not keep their config, and obey it but for what RunningClient says.
        Class<?> type = release.type(kind.config);
        Object config = Reflect.construct(type, configurable(handed));
        Map<String, Object> result = configDefs.effective(definition, config, written);
        RunningClient.overwrite(result, client);
        return withoutPassedClasses(result, handed);
    }

    private Map<String, Object> configurable(Map<String, Object> handed) {
        Map<String, Object> result = new HashMap<>(handed);
        if (kind.data != null) {
            result.putIfAbsent("key." + kind.data, kind.dataClass);
            result.putIfAbsent("value." + kind.data, kind.dataClass);
        }
        return result;
    }

    /** What the referee passed to the constructor is no value of the configuration. */
    private Map<String, Object> withoutPassedClasses(Map<String, Object> effective, Map<String, Object> handed) {
        if (kind.data != null) {
            for (String key : new String[] {"key." + kind.data, "value." + kind.data}) {
                if (!handed.containsKey(key)) {
                    effective.remove(key);
                }
            }
        }
        return effective;
    }

    private void stop(Object client) throws Throwable {
        if (kind == Kind.PRODUCER) {
            RunningProducer.stop(client);
        } else if (Reflect.has(client.getClass(), "close", Duration.ZERO)) {
            Reflect.call(client, "close", Duration.ZERO);
        } else {
            Reflect.call(client, "close", 0L, TimeUnit.MILLISECONDS);
        }
    }
}
