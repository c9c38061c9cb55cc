package kaflint.referee;

import java.lang.reflect.Method;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Constructs a KafkaStreams, which constructs most of its clients; and each derived client alone, for its own verdict. A
 * client that only some topologies have, or that is built when a task is assigned, refuses for the whole application.
 */
final class StreamsJudge implements Judge {
    private static final String HOME = "org.apache.kafka.streams.";

    private final Release release;
    private final ConfigDefs configDefs;
    private final Map<ClientJudge.Kind, ClientJudge> clients = new HashMap<>();
    private Throwable refusedByClient;

    StreamsJudge(Release release, ConfigDefs configDefs) {
        this.release = release;
        this.configDefs = configDefs;
        for (ClientJudge.Kind kind : ClientJudge.Kind.values()) {
            clients.put(kind, new ClientJudge(release, configDefs, kind));
        }
    }

    @Override
    public Object definition() throws Throwable {
        return configDefs.of(release.type(HOME + "StreamsConfig"));
    }

    @Override
    public Started start(Map<String, String> config) throws Throwable {
        Object streams = Reflect.construct(release.type(HOME + "StreamsConfig"), new HashMap<>(config));
        Map<String, Object> effective = configDefs.effective(definition(), streams, config);
        ClientSupplier supplier = new ClientSupplier(release, streams);
        try {
            Object application = constructStreams(streams, supplier);
            Janitor.stop(() -> stop(application));
        } catch (Throwable refused) {
            supplier.stopClients();
            throw refused;
        }
        refusedByClient = null;
        List<Object> inside = clientsOf(config, streams);
        if (refusedByClient != null) {
            throw refusedByClient;
        }
        return new Started(effective, inside);
    }

    @Override
    public List<Object> namedIn() throws Throwable {
        List<Object> result = new ArrayList<>(List.of(definition()));
        for (ClientJudge.Kind kind : List.of(ClientJudge.Kind.CONSUMER, ClientJudge.Kind.PRODUCER, ClientJudge.Kind.ADMIN)) {
            result.add(clients.get(kind).definition());
        }
        return result;
    }

    private Object constructStreams(Object streams, ClientSupplier supplier) throws Throwable {
        Object topology;
        if (release.find(HOME + "StreamsBuilder").isPresent()) {
            Object builder = Reflect.construct(release.type(HOME + "StreamsBuilder"));
            Reflect.call(Reflect.call(builder, "stream", "in"), "to", "out");
            topology = Reflect.call(builder, "build");
        } else {
            topology = Reflect.construct(release.type(HOME + "kstream.KStreamBuilder"));
            Object stream = Reflect.call(topology, "stream", (Object) new String[] {"in"});
            Reflect.call(stream, "to", "out");
        }
        return Reflect.construct(release.type(HOME + "KafkaStreams"), topology, streams, supplier.proxy());
    }

    private static void stop(Object streams) throws Throwable {
        if (Reflect.has(streams.getClass(), "close", Duration.ZERO)) {
            Reflect.call(streams, "close", Duration.ZERO);
        } else {
            Reflect.call(streams, "close", 1L, TimeUnit.MILLISECONDS);
        }
    }

    /** The clients that KafkaStreams would build, each judged alone. */
    private List<Object> clientsOf(Map<String, String> config, Object streams) {
        List<Object> result = new ArrayList<>();
        add(result, config, "main-consumer", ClientJudge.Kind.CONSUMER, streams, "getMainConsumerConfigs", "getConsumerConfigs");
        add(result, config, "restore-consumer", ClientJudge.Kind.CONSUMER, streams, "getRestoreConsumerConfigs");
        add(result, config, "global-consumer", ClientJudge.Kind.CONSUMER, streams, "getGlobalConsumerConfigs");
        add(result, config, "producer", ClientJudge.Kind.PRODUCER, streams, "getProducerConfigs");
        add(result, config, "admin", ClientJudge.Kind.ADMIN, streams, "getAdminConfigs");
        return result;
    }

    private void add(List<Object> result, Map<String, String> config, String name, ClientJudge.Kind kind, Object streams, String... methods) {
        for (String wanted : methods) {
            for (Method method : streams.getClass().getMethods()) {
                if (method.getName().equals(wanted)) {
                    Map<String, Object> client = new LinkedHashMap<>();
                    client.put("name", name);
                    client.put("role", kind.name().toLowerCase().replace('_', '-'));
                    client.putAll(judge(kind, config, streams, method));
                    result.add(client);
                    return;
                }
            }
        }
    }

    private Map<String, Object> judge(
            ClientJudge.Kind kind, Map<String, String> config, Object streams, Method method) {
        return Answer.of(clients.get(kind), config, judge -> {
            try {
                return startClient((ClientJudge) judge, config, streams, method);
            } catch (Throwable refused) {
                if (refusedByClient == null && !(refused instanceof Reflect.Unsupported)) {
                    refusedByClient = refused;
                }
                throw refused;
            }
        });
    }

    private static Started startClient(ClientJudge judge, Map<String, String> config, Object streams, Method method)
            throws Throwable {
        Object[] arguments = arguments(method, config.get("application.id"));
        @SuppressWarnings("unchecked")
        Map<String, Object> derived = (Map<String, Object>) Reflect.call(streams, method.getName(), arguments);
        Map<String, Object> handed = new HashMap<>(derived);
        // The assignor of Streams wants its thread.
        Object assignor = handed.remove("partition.assignment.strategy");
        // KafkaStreams hands in its own, whatever is configured.
        for (String data : List.of("key.serializer", "value.serializer", "key.deserializer", "value.deserializer")) {
            handed.remove(data);
        }
        Map<String, String> written = new HashMap<>();
        handed.forEach((key, value) -> written.put(key, String.valueOf(value)));
        Map<String, Object> effective = judge.start(written, handed);
        if (assignor != null) {
            effective.put("partition.assignment.strategy", assignor);
        }
        return Started.with(effective);
    }

    /** The application's id is the group's; a client's id is made up; threads have numbers. */
    private static Object[] arguments(Method method, String application) {
        Object[] result = new Object[method.getParameterCount()];
        for (int i = 0; i < result.length; i++) {
            Class<?> type = method.getParameterTypes()[i];
            result[i] = type == String.class ? application : type == int.class ? (Object) 1 : null;
        }
        return result;
    }
}
