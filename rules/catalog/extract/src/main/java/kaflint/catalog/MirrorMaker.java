package kaflint.catalog;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * What is known of MirrorMaker 2 beyond the jars. No connect-mirror of 2.4 to 2.6 was published, so that of 2.7.2 is read
 * with the other jars of those releases, and without what 2.7 brought: the group offsets' synchronisation (KIP-545),
 * and the names that end in `exclude` (KIP-629), before which `blacklist` was the name and not deprecated.
 */
final class MirrorMaker {
    private static final Set<String> NEW_IN_2_7 =
            Set.of("sync.group.offsets.enabled", "sync.group.offsets.interval.seconds");
    private static final Set<String> RENAMED_IN_2_7 =
            Set.of("topics.blacklist", "groups.blacklist", "config.properties.blacklist");

    private MirrorMaker() {}

    static Map<String, Key> correct(String version, Role role, Map<String, Key> keys) {
        boolean connector = Set.of(Role.MIRROR_SOURCE, Role.MIRROR_CHECKPOINT, Role.MIRROR_HEARTBEAT).contains(role);
        if (!connector || !version.matches("2\\.[456]\\..*")) {
            return keys;
        }
        Map<String, Key> corrected = new LinkedHashMap<>();
        for (Key key : keys.values()) {
            String oldName = key.name().replaceAll("\\.exclude$", ".blacklist");
            if (RENAMED_IN_2_7.contains(oldName)) {
                corrected.putIfAbsent(oldName, key.withName(oldName));
            } else if (!NEW_IN_2_7.contains(key.name())) {
                corrected.put(key.name(), key);
            }
        }
        return corrected;
    }
}
