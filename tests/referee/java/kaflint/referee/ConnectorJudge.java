package kaflint.referee;

import java.util.HashMap;
import java.util.Map;

/** Constructs a connector's config as the worker does before it starts one, and what the herder asks of a sink. */
final class ConnectorJudge implements Judge {
    private static final String HOME = "org.apache.kafka.connect.runtime.";

    private final Release release;
    private final ConfigDefs configDefs;
    private final boolean sink;
    private Object plugins;

    ConnectorJudge(Release release, ConfigDefs configDefs, boolean sink) {
        this.release = release;
        this.configDefs = configDefs;
        this.sink = sink;
    }

    private Class<?> type() {
        return release.type(HOME + (sink ? "SinkConnectorConfig" : "SourceConnectorConfig"));
    }

    @Override
    public Object definition() throws Throwable {
        return configDefs.of(type());
    }

    private Object plugins() throws Throwable {
        if (plugins == null) {
            plugins = Reflect.construct(release.type(HOME + "isolation.Plugins"), Map.of());
        }
        return plugins;
    }

    @Override
    public Started start(Map<String, String> config) throws Throwable {
        Map<String, String> copy = new HashMap<>(config);
        // Since 3.7 the herder adds what this finds to what the definitions found; before, this was the first to throw.
        boolean validatesLater = Reflect.has(type(), "validate", copy, Map.of());
        boolean validates = sink && Reflect.has(type(), "validate", copy);
        if (validates && !validatesLater) {
            Reflect.callStatic(type(), "validate", copy);
        }
        Object connector = construct(copy);
        if (validates && validatesLater) {
            Reflect.callStatic(type(), "validate", copy);
        }
        return Started.with(configDefs.effective(definition(), connector, config));
    }

    private Object construct(Map<String, String> config) throws Throwable {
        if (sink) {
            return Reflect.construct(type(), plugins(), config);
        }
        boolean createsTopics = Reflect.constructor(type(), plugins().getClass(), Map.class, boolean.class).isPresent();
        return createsTopics
                ? Reflect.construct(type(), plugins(), config, true)
                : Reflect.construct(type(), plugins(), config);
    }
}
