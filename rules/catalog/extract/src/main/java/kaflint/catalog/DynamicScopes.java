package kaflint.catalog;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which broker keys can be changed while the broker runs, and whether only for one broker or for all of them:
 * DynamicBrokerConfig.dynamicConfigUpdateModes, 1.1 and newer. What that method says is compared with the keys that
 * DynamicConfig.Broker refuses to change.
 */
final class DynamicScopes {
    private final KafkaRelease release;
    private final Set<String> keys;
    private final Map<String, String> scopes = new HashMap<>();
    private final List<String> dynamicOnly = new ArrayList<>();

    /** Reads the release; the keys are all that the broker defines. */
    DynamicScopes(KafkaRelease release, Set<String> keys) {
        this.release = release;
        this.keys = keys;
        readScopes();
        for (Object name : ScalaValues.collection(call("DynamicConfig$Broker", "names").orElseThrow())) {
            if (!keys.contains(name)) {
                dynamicOnly.add((String) name);
            }
        }
        dynamicOnly.sort(null);
    }

    /** `per-broker`, `cluster-wide`, or null for a key that is read only when the broker starts. */
    String of(String key) {
        return scopes.get(key);
    }

    /** What can be set on a running broker and is none of its keys, sorted. */
    List<String> dynamicOnly() {
        return dynamicOnly;
    }

    private void readScopes() {
        Optional<Object> modes = call("DynamicBrokerConfig", "dynamicConfigUpdateModes");
        if (modes.isEmpty()) {
            return;
        }
        ((Map<?, ?>) modes.get()).forEach((key, mode) -> scopes.put((String) key, (String) mode));
        Collection<?> refused = ScalaValues.collection(call("DynamicConfig$Broker", "nonDynamicProps").orElseThrow());
        for (String key : keys) {
            if (scopes.containsKey(key) == refused.contains(key)) {
                throw new IllegalStateException(release.version() + " contradicts itself about " + key);
            }
        }
    }

    /** Calls a method without parameters: of a Java class since 4.3, of a Scala object before. */
    private Optional<Object> call(String simpleName, String name) {
        Optional<Class<?>> java = release.findClass("org.apache.kafka.server.config." + simpleName);
        if (java.isPresent()) {
            return Optional.of(Mirror.callUnchecked(method(java.get(), name), null));
        }
        return release.findClass("kafka.server." + simpleName + "$")
                .map(home -> Mirror.callUnchecked(method(home, name), ScalaValues.object(home)));
    }

    private static Method method(Class<?> home, String name) {
        try {
            return home.getDeclaredMethod(name);
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException(e);
        }
    }
}
