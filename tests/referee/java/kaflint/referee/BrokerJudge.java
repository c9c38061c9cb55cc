package kaflint.referee;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/** KafkaConfig.fromProps, then what each listener makes of its prefixed keys. */
final class BrokerJudge implements Judge {
    private final Release release;
    private final ConfigDefs configDefs;

    BrokerJudge(Release release, ConfigDefs configDefs) {
        this.release = release;
        this.configDefs = configDefs;
    }

    @Override
    public Object definition() throws Throwable {
        return configDefs.of(release.type("org.apache.kafka.server.config.AbstractKafkaConfig", "kafka.server.KafkaConfig$"));
    }

    @Override
    public Started start(Map<String, String> config) throws Throwable {
        Object kafkaConfig = fromProps(config);
        for (String prefix : listenerPrefixes(kafkaConfig)) {
            Reflect.call(kafkaConfig, "valuesWithPrefixOverride", prefix);
        }
        return Started.with(configDefs.effective(definition(), kafkaConfig, config));
    }

    Object fromProps(Map<String, String> config) throws Throwable {
        Properties properties = new Properties();
        properties.putAll(config);
        return Reflect.callStatic(release.type("kafka.server.KafkaConfig"), "fromProps", properties, false);
    }

    private List<String> listenerPrefixes(Object kafkaConfig) throws Throwable {
        List<String> result = new ArrayList<>();
        Object listeners = Reflect.call(Reflect.call(kafkaConfig, "listeners"), "iterator");
        while ((boolean) Reflect.call(listeners, "hasNext")) {
            Object endpoint = Reflect.call(listeners, "next");
            Object name = Reflect.has(endpoint.getClass(), "listener")
                    ? Reflect.call(endpoint, "listener") : Reflect.call(endpoint, "listenerName");
            if (name instanceof Optional<?> optional) {
                name = optional.orElseThrow();
            }
            if (name instanceof String text) {
                name = Reflect.construct(release.type("org.apache.kafka.common.network.ListenerName"), text);
            }
            result.add((String) Reflect.call(name, "configPrefix"));
        }
        return result;
    }
}
