package kaflint.referee;

import java.util.HashMap;
import java.util.Map;
import java.util.Properties;

/** GroupConfig.validate against a broker that has nothing but defaults. */
final class GroupJudge implements Judge {
    private static final Map<String, String> BROKER = Map.of(
            "process.roles", "broker",
            "node.id", "1",
            "controller.quorum.voters", "2@localhost:9093",
            "controller.listener.names", "CONTROLLER");

    private final Release release;
    private final ConfigDefs configDefs;
    private Object broker;

    GroupJudge(Release release, ConfigDefs configDefs) {
        this.release = release;
        this.configDefs = configDefs;
    }

    private Class<?> type() {
        return release.type("org.apache.kafka.coordinator.group.GroupConfig");
    }

    @Override
    public Object definition() throws Throwable {
        return configDefs.of(type());
    }

    @Override
    public Started start(Map<String, String> config) throws Throwable {
        Class<?> type = type();
        if (broker == null) {
            broker = new BrokerJudge(release, configDefs).fromProps(BROKER);
        }
        Object coordinator = Reflect.call(broker, "groupCoordinatorConfig");
        Object share = Reflect.call(broker, "shareGroupConfig");
        Properties properties = new Properties();
        properties.putAll(config);
        Reflect.callStatic(type, "validate", properties, coordinator, share);
        @SuppressWarnings("unchecked")
        Map<String, Object> values = (Map<String, Object>) Reflect.call(definition(), "parse", new HashMap<>(config));
        return Started.with(configDefs.effective(definition(), values, config));
    }
}
