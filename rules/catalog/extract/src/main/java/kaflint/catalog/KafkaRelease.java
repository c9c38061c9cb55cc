package kaflint.catalog;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * One Kafka release, its classes in a loader that sees nothing of this program or of another release. The extractor and
 * tests/referee share it.
 */
public final class KafkaRelease implements AutoCloseable {
    private final String version;
    private final URLClassLoader loader;

    /** Opens a release from the folder in which fetch-jars wrote its class path. */
    public KafkaRelease(String version, Path jars) {
        this.version = version;
        Path classpath = jars.resolve(version).resolve("classpath");
        try {
            String[] paths = Files.readString(classpath).trim().split(File.pathSeparator);
            URL[] urls = new URL[paths.length];
            for (int i = 0; i < paths.length; i++) {
                urls[i] = url(paths[i]);
            }
            loader = new URLClassLoader("kafka-" + version, urls, ClassLoader.getPlatformClassLoader());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static URL url(String path) throws MalformedURLException {
        return Path.of(path).toUri().toURL();
    }

    public String version() {
        return version;
    }

    public ClassLoader loader() {
        return loader;
    }

    public Optional<Class<?>> findClass(String name) {
        try {
            return Optional.of(Class.forName(name, true, loader));
        } catch (ClassNotFoundException e) {
            return Optional.empty();
        }
    }

    Class<?> getClass(String name) {
        return findClass(name).orElseThrow(() -> new IllegalStateException(version + " has no class " + name));
    }

    @Override
    public void close() {
        try {
            loader.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
