package kaflint.referee;

import java.nio.file.Path;
import java.util.Optional;
import kaflint.catalog.KafkaRelease;

/** One Kafka release, of which a class may be missing: then there is nothing to ask. */
final class Release {
    private final KafkaRelease release;

    /** Opens a release from the folder in which rules/catalog/extract/fetch-jars wrote its class path. */
    Release(String version, Path jars) {
        release = new KafkaRelease(version, jars);
    }

    String version() {
        return release.version();
    }

    ClassLoader loader() {
        return release.loader();
    }

    Optional<Class<?>> find(String name) {
        return release.findClass(name);
    }

    /** The first of these classes that the release has; it moved, so the newest home comes first. */
    Class<?> type(String... names) {
        for (String name : names) {
            Optional<Class<?>> type = find(name);
            if (type.isPresent()) {
                return type.get();
            }
        }
        throw new Reflect.Unsupported(version() + " has no class " + names[0]);
    }
}
