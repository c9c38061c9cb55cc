package kaflint.catalog;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Which broker keys give a topic key its value where the topic does not set it, and in which order. A broker is
 * configured with each of its keys in turn, and the topic configuration that it would hand to its logs is compared with
 * that of a broker with defaults. Where several keys change one topic key, two of them are set at a time, and the one
 * that wins stands first. The name that LogConfig.serverConfigName gives has to be the first of all.
 */
final class TopicSynonyms {
    private static final Map<String, String> KRAFT = Map.of(
            "process.roles", "broker,controller",
            "node.id", "1",
            "controller.quorum.voters", "1@localhost:9093",
            "controller.listener.names", "CONTROLLER",
            "listeners", "PLAINTEXT://localhost:9092,CONTROLLER://localhost:9093",
            "advertised.listeners", "PLAINTEXT://localhost:9092");
    /** For each type, texts of which some are accepted and are not the default. */
    private static final Map<String, List<String>> VALUES = Map.of(
            "boolean", List.of("false", "true"),
            "int", List.of("7", "11", "100000", "1500000", "1600000"),
            "long", List.of("7", "11", "100000"),
            "double", List.of("0.7", "0.9"),
            "string", List.of("gzip", "LogAppendTime", "0.10.2", "1.0"),
            "list", List.of("compact"));

    /** No default of these types is among the values, so the first one that is accepted tells. */
    private static final Set<String> NUMBERS = Set.of("int", "long", "double");

    private final KafkaRelease release;
    private final Class<?> configClass;
    private final Map<String, String> base;
    /** Of each key that changes a topic key: what it was set to. */
    private final Map<String, List<String>> values = new HashMap<>();

    private TopicSynonyms(KafkaRelease release, Set<String> brokerKeys) {
        this.release = release;
        this.configClass = release.getClass("kafka.server.KafkaConfig");
        this.base = base(brokerKeys);
    }

    /** The broker keys of each topic key that has any, the one that is looked at first in front. */
    static Map<String, List<String>> of(KafkaRelease release, Map<String, Key> brokerKeys, Set<String> topicKeys) {
        return new TopicSynonyms(release, brokerKeys.keySet()).read(brokerKeys, topicKeys);
    }

    /** In 3.x a message format version counts only beside an older inter-broker protocol. */
    private Map<String, String> base(Set<String> brokerKeys) {
        if (!brokerKeys.contains("zookeeper.connect")) {
            return KRAFT;
        }
        Map<String, String> zooKeeper = new HashMap<>(Map.of("zookeeper.connect", "localhost:2181"));
        if (release.version().startsWith("3.")) {
            zooKeeper.put("inter.broker.protocol.version", "2.8");
        }
        return zooKeeper;
    }

    private Map<String, List<String>> read(Map<String, Key> brokerKeys, Set<String> topicKeys) {
        Map<?, ?> defaults = topicConfig(Map.of())
                .orElseThrow(() -> new IllegalStateException(release.version() + " refuses the base configuration"));
        Map<String, List<String>> synonyms = new TreeMap<>();
        for (Key key : brokerKeys.values()) {
            for (String changed : changedBy(key, defaults)) {
                synonyms.computeIfAbsent(changed, topicKey -> new ArrayList<>()).add(key.name());
            }
        }
        synonyms.forEach((topicKey, keys) ->
                keys.sort((one, other) -> one.equals(other) ? 0 : order(topicKey, one, other)));
        for (String topicKey : topicKeys) {
            // The throttled replicas are named after themselves in old releases; no broker has such a key.
            Optional<String> named = serverConfigName(topicKey).filter(brokerKeys::containsKey);
            if (!named.equals(Optional.ofNullable(synonyms.get(topicKey)).map(keys -> keys.get(0)))) {
                throw new IllegalStateException(release.version() + " " + topicKey + ": Kafka names " + named
                        + ", found are " + synonyms.get(topicKey));
            }
        }
        return synonyms;
    }

    /** The topic keys that have another value because of the broker key. */
    private Set<String> changedBy(Key key, Map<?, ?> defaults) {
        Set<String> changed = new TreeSet<>();
        if (base.containsKey(key.name())) {
            return changed;
        }
        for (String value : VALUES.getOrDefault(key.type(), List.of())) {
            Optional<Map<?, ?>> config = topicConfig(Map.of(key.name(), value));
            Set<String> here = new TreeSet<>();
            config.ifPresent(map -> map.forEach((topicKey, topicValue) -> {
                if (!Objects.equals(topicValue, defaults.get(topicKey))) {
                    here.add((String) topicKey);
                }
            }));
            if (!here.isEmpty()) {
                values.computeIfAbsent(key.name(), none -> new ArrayList<>()).add(value);
                changed.addAll(here);
            } else if (config.isPresent() && NUMBERS.contains(key.type())) {
                return changed;
            }
        }
        return changed;
    }

    /** Negative if the first key wins over the second. */
    private int order(String topicKey, String one, String other) {
        for (String first : values.get(one)) {
            for (String second : values.get(other)) {
                Optional<Object> ofOne = topicValue(topicKey, Map.of(one, first));
                Optional<Object> ofOther = topicValue(topicKey, Map.of(other, second));
                Optional<Object> both = topicValue(topicKey, Map.of(one, first, other, second));
                if (both.isPresent() && !ofOne.equals(ofOther) && (ofOne.equals(both) || ofOther.equals(both))) {
                    return ofOne.equals(both) ? -1 : 1;
                }
            }
        }
        throw new IllegalStateException(release.version() + " " + topicKey + ": neither " + one + " nor " + other);
    }

    private Optional<Object> topicValue(String topicKey, Map<String, String> settings) {
        return topicConfig(settings).map(config -> config.get(topicKey));
    }

    /** What a broker with these settings gives to its logs; nothing where it refuses to start. */
    private Optional<Map<?, ?>> topicConfig(Map<String, String> settings) {
        Map<String, String> all = new HashMap<>(base);
        all.putAll(settings);
        try {
            return Optional.of((Map<?, ?>) extract(configClass.getConstructor(Map.class).newInstance(all)));
        } catch (ReflectiveOperationException e) {
            return Optional.empty();
        }
    }

    private Object extract(Object config) throws ReflectiveOperationException {
        Optional<Class<?>> logConfig = release.findClass("kafka.log.LogConfig$");
        Optional<Class<?>> server = release.findClass("kafka.server.KafkaServer$");
        if (hasMethod(Optional.of(configClass), "extractLogConfigMap")) {
            return configClass.getMethod("extractLogConfigMap").invoke(config);
        }
        boolean ofLog = hasMethod(logConfig, "extractLogConfigMap");
        Class<?> home = ofLog ? logConfig.get() : server.orElseThrow();
        return home.getMethod(ofLog ? "extractLogConfigMap" : "copyKafkaConfigToLog", configClass)
                .invoke(ScalaValues.object(home), config);
    }

    private static boolean hasMethod(Optional<Class<?>> home, String name) {
        return home.stream().flatMap(type -> List.of(type.getMethods()).stream()).anyMatch(m -> m.getName().equals(name));
    }

    /** The broker key that Kafka's own table has for the topic key; where there are several, the first. */
    private Optional<String> serverConfigName(String topicKey) {
        Optional<Class<?>> table = release.findClass("org.apache.kafka.server.config.ServerTopicConfigSynonyms");
        try {
            if (table.isPresent()) {
                Map<?, ?> names = (Map<?, ?>) table.get().getField("TOPIC_CONFIG_SYNONYMS").get(null);
                return Optional.ofNullable((String) names.get(topicKey));
            }
            Class<?> home = release.getClass("kafka.log.LogConfig$");
            Object name = home.getMethod("serverConfigName", String.class).invoke(ScalaValues.object(home), topicKey);
            Collection<?> names = ScalaValues.collection(name.getClass().getMethod("toList").invoke(name));
            return names.stream().map(String.class::cast).findFirst();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
