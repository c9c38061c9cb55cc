package kaflint.catalog;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The validators of the keys that name a broker's metadata or message format version (ApiVersionValidator,
 * MetadataVersionValidator). Which versions a release knows is found out by asking it about every name of the
 * form that these versions ever had.
 */
final class FeatureVersions {
    private static final Set<String> KEYS =
            Set.of("inter.broker.protocol.version", "log.message.format.version", "message.format.version");
    private static final int LAST_MAJOR = 5;
    private static final int LAST_MINOR = 19;
    private static final int LAST_IV = 29;

    private FeatureVersions() {}

    static boolean has(String key) {
        return KEYS.contains(key);
    }

    static String describe(Probe probe) {
        List<String> known = new ArrayList<>();
        for (int minor = 8; minor <= 11; minor++) {
            for (int patch = 0; patch <= 9; patch++) {
                addKnown(probe, "0." + minor + "." + patch, known);
            }
        }
        for (int major = 1; major <= LAST_MAJOR; major++) {
            for (int minor = 0; minor <= LAST_MINOR; minor++) {
                addKnown(probe, major + "." + minor, known);
            }
        }
        probe.refuses(null, "", "1", "0.10", "kaflint", ".1.0", known.get(0) + "-IV99");
        // Only as many segments as the names have are compared: two, or three after a leading 0.
        for (String version : known) {
            probe.accepts(version + ".7", version + ".kaflint.7");
        }
        // Until 3.2 (ApiVersion) dots at the end are lost when the name is split; MetadataVersion keeps them.
        boolean trailingDots = probe.isAccepted("1.0.");
        probe.expects(trailingDots, "0.10.0-IV0..");
        return "{version-in: " + Yaml.quotedList(known) + ", trailing-dots: " + trailingDots + "}";
    }

    private static void addKnown(Probe probe, String version, List<String> known) {
        if (probe.isAccepted(version)) {
            known.add(version);
        }
        for (int iv = 0; iv <= LAST_IV; iv++) {
            if (probe.isAccepted(version + "-IV" + iv)) {
                known.add(version + "-IV" + iv);
            }
        }
    }
}
