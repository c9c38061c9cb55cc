package kaflint.catalog;

import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds the ConfigDef that a role has in a release. */
final class Definitions {
    /** What a distributed worker needs in order to be constructed. None of it becomes part of the definition. */
    private static final Map<String, String> WORKER = Map.of(
            "bootstrap.servers", "localhost:9092",
            "group.id", "group",
            "offset.storage.topic", "offsets",
            "config.storage.topic", "configs",
            "status.storage.topic", "status",
            "key.converter", "org.apache.kafka.connect.json.JsonConverter",
            "value.converter", "org.apache.kafka.connect.json.JsonConverter",
            "internal.key.converter", "org.apache.kafka.connect.json.JsonConverter",
            "internal.value.converter", "org.apache.kafka.connect.json.JsonConverter");

    private Definitions() {}

    /** The role's ConfigDef; empty where the release does not have the role. */
    static Optional<Object> find(KafkaRelease release, Role role) {
        for (String name : role.classNames()) {
            Optional<Class<?>> home = release.findClass(name);
            if (home.isPresent()) {
                Optional<Object> definition = fromClass(release, home.get());
                if (definition.isPresent()) {
                    return definition;
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<Object> fromClass(KafkaRelease release, Class<?> home) {
        Class<?> configDef = release.getClass("org.apache.kafka.common.config.ConfigDef");
        List<Field> fields = new ArrayList<>();
        for (Field field : home.getDeclaredFields()) {
            if (configDef.isAssignableFrom(field.getType())) {
                fields.add(field);
            }
        }
        if (fields.size() > 1) {
            // LogConfig also holds the definitions that it gives to the broker, in SERVER_CONFIG_DEF.
            fields.removeIf(field -> !field.getName().equals("CONFIG"));
        }
        if (!fields.isEmpty()) {
            Field field = fields.get(0);
            Object owner = Modifier.isStatic(field.getModifiers()) ? null : ScalaValues.object(home);
            return Optional.of(Mirror.read(field, owner));
        }
        // Public ones may be inherited; MirrorMakerConfig has a private one of its own since 3.5.
        List<Method> methods = new ArrayList<>(List.of(home.getMethods()));
        methods.addAll(List.of(home.getDeclaredMethods()));
        for (Method method : methods) {
            boolean accessor = Set.of("configDef", "config").contains(method.getName())
                    && method.getParameterCount() == 0
                    && configDef.isAssignableFrom(method.getReturnType());
            if (accessor && Modifier.isStatic(method.getModifiers())) {
                return Optional.of(Mirror.callUnchecked(method, null));
            }
        }
        return home.getSimpleName().equals("DistributedConfig") ? Optional.of(ofInstance(home)) : Optional.empty();
    }

    /** Since 3.4 the distributed worker builds its ConfigDef for each instance, from the cryptography that is there. */
    private static Object ofInstance(Class<?> home) {
        try {
            Object worker = home.getConstructor(Map.class).newInstance(new HashMap<>(WORKER));
            return Mirror.field(worker, "definition");
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("constructing " + home.getName(), e);
        }
    }
}
