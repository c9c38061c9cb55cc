package kaflint.referee;

import java.util.HashMap;
import java.util.Map;
import java.util.Properties;

/**
 * LogConfig.validate as a controller calls it when a topic is created, on brokers that have only defaults but for tiered
 * storage, which is on.
 */
final class TopicJudge implements Judge {
    private final Release release;
    private final ConfigDefs configDefs;

    TopicJudge(Release release, ConfigDefs configDefs) {
        this.release = release;
        this.configDefs = configDefs;
    }

    @Override
    public Object definition() throws Throwable {
        return configDefs.of(release.type("org.apache.kafka.storage.internals.log.LogConfig", "kafka.log.LogConfig$"));
    }

    @Override
    public Started start(Map<String, String> config) throws Throwable {
        Class<?> type = release.type("org.apache.kafka.storage.internals.log.LogConfig", "kafka.log.LogConfig");
        Properties properties = new Properties();
        properties.putAll(config);
        validate(type, properties);
        Map<String, Object> values = new HashMap<>();
        @SuppressWarnings("unchecked")
        Map<String, Object> parsed = (Map<String, Object>) Reflect.call(definition(), "parse", config);
        values.putAll(parsed);
        return Started.with(configDefs.effective(definition(), values, config));
    }

    private static void validate(Class<?> type, Properties properties) throws Throwable {
        // Without anything from a broker, the checks of tiered storage are left out; this one is the default.
        Map<String, Object> inherited = Map.of("preallocate", "false");
        Object[][] signatures = {
            {Map.of(), properties, inherited, true, false}, // 3.9: not from ZooKeeper
            {Map.of(), properties, inherited, true},
            {properties, inherited, true},
            {properties},
        };
        for (Object[] arguments : signatures) {
            if (Reflect.has(type, "validate", arguments)) {
                Reflect.callStatic(type, "validate", arguments);
                return;
            }
        }
        throw new Reflect.Unsupported("LogConfig.validate has yet another signature");
    }
}
