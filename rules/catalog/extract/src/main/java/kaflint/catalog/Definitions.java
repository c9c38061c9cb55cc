package kaflint.catalog;

import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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
            Object owner = Modifier.isStatic(field.getModifiers()) ? null : scalaObject(home);
            return Optional.of(Mirror.read(field, owner));
        }
        for (Method method : home.getMethods()) {
            boolean accessor = method.getName().equals("configDef") && method.getParameterCount() == 0;
            if (accessor && Modifier.isStatic(method.getModifiers())) {
                return Optional.of(Mirror.callUnchecked(method, null));
            }
        }
        return home.getSimpleName().equals("DistributedConfig") ? Optional.of(ofInstance(home)) : Optional.empty();
    }

    /** A Scala object is the single instance of its class. */
    private static Object scalaObject(Class<?> home) {
        try {
            return Mirror.read(home.getDeclaredField("MODULE$"), null);
        } catch (NoSuchFieldException e) {
            throw new IllegalStateException("an instance field without an instance in " + home.getName(), e);
        }
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
