package kaflint.referee;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** MirrorMakerConfig, and the worker and connectors that the dedicated MirrorMaker derives for each flow. */
final class MirrorMakerJudge implements Judge {
    private static final String HOME = "org.apache.kafka.connect.mirror.";

    private final Release release;
    private final ConfigDefs configDefs;

    MirrorMakerJudge(Release release, ConfigDefs configDefs) {
        this.release = release;
        this.configDefs = configDefs;
    }

    @Override
    public Object definition() throws Throwable {
        // Static definitions, built by a method of a name that changed.
        Class<?> type = release.type(HOME + "MirrorMakerConfig");
        return Reflect.has(type, "config") ? Reflect.callStatic(type, "config") : configDefs.of(type);
    }

    @Override
    public Started start(Map<String, String> config) throws Throwable {
        Object mirror = Reflect.construct(release.type(HOME + "MirrorMakerConfig"), new HashMap<>(config));
        Class<?> worker = release.type("org.apache.kafka.connect.runtime.distributed.DistributedConfig");
        for (Object flow : (List<?>) Reflect.call(mirror, "clusterPairs")) {
            Reflect.construct(worker, Reflect.call(mirror, "workerConfig", flow));
        }
        return Started.with(configDefs.effective(definition(), mirror, config));
    }
}
