package kaflint.referee;

import java.util.HashMap;
import java.util.Map;
import java.util.Properties;

/** LogConfig.validate as a topic is created, with nothing inherited from a broker. */
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
        Reflect.callStatic(type, "validate", properties);
        Map<String, Object> values = new HashMap<>();
        @SuppressWarnings("unchecked")
        Map<String, Object> parsed = (Map<String, Object>) Reflect.call(definition(), "parse", config);
        values.putAll(parsed);
        return Started.with(configDefs.effective(definition(), values, config));
    }
}
