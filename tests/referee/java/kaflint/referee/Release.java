package kaflint.referee;

import java.io.File;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** One Kafka release, its classes in a loader that sees nothing of the referee or of another release. */
final class Release {
    private final String version;
    private final URLClassLoader loader;

    /** Opens a release from the folder in which rules/catalog/extract/fetch-jars wrote its class path. */
    Release(String version, Path jars) throws IOException {
        this.version = version;
        String[] paths = Files.readString(jars.resolve(version).resolve("classpath")).trim().split(File.pathSeparator);
        URL[] urls = new URL[paths.length];
        for (int i = 0; i < paths.length; i++) {
            urls[i] = Path.of(paths[i]).toUri().toURL();
        }
        loader = new URLClassLoader("kafka-" + version, urls, ClassLoader.getPlatformClassLoader());
    }

    String version() {
        return version;
    }

    ClassLoader loader() {
        return loader;
    }

    Optional<Class<?>> find(String name) {
        try {
            return Optional.of(Class.forName(name, true, loader));
        } catch (ClassNotFoundException e) {
            return Optional.empty();
        }
    }

    /** The first of these classes that the release has; it moved, so the newest home comes first. */
    Class<?> type(String... names) {
        for (String name : names) {
            Optional<Class<?>> type = find(name);
            if (type.isPresent()) {
                return type.get();
            }
        }
        throw new Reflect.Unsupported(version + " has no class " + names[0]);
    }
}
