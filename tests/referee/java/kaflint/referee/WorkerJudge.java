package kaflint.referee;

import java.util.HashMap;
import java.util.Map;

/** Constructs the config of a Connect worker. */
final class WorkerJudge implements Judge {
    /** With these a distributed worker's config can be constructed, for its definitions. */
    private static final Map<String, String> MINIMAL = Map.of(
            "bootstrap.servers", "localhost:9092",
            "group.id", "group",
            "offset.storage.topic", "offsets",
            "config.storage.topic", "configs",
            "status.storage.topic", "status",
            "key.converter", "org.apache.kafka.connect.json.JsonConverter",
            "value.converter", "org.apache.kafka.connect.json.JsonConverter",
            "internal.key.converter", "org.apache.kafka.connect.json.JsonConverter",
            "internal.value.converter", "org.apache.kafka.connect.json.JsonConverter",
            "offset.storage.file.filename", "/tmp/offsets");

    private final Class<?> type;
    private final ConfigDefs configDefs;
    private Object definition;

    WorkerJudge(Release release, ConfigDefs configDefs, String config) {
        this.type = release.type("org.apache.kafka.connect.runtime." + config);
        this.configDefs = configDefs;
    }

    @Override
    public Object definition() throws Throwable {
        if (definition == null) {
            // Since 3.4 a distributed worker builds its definitions for each instance.
            Object config = Reflect.construct(type, new HashMap<>(MINIMAL));
            definition = Reflect.field(config, "definition").orElse(null);
            if (definition == null) {
                definition = configDefs.of(type);
            }
        }
        return definition;
    }

    @Override
    public Started start(Map<String, String> config) throws Throwable {
        Object worker = Reflect.construct(type, new HashMap<>(config));
        return Started.with(configDefs.effective(definition(), worker, config));
    }
}
