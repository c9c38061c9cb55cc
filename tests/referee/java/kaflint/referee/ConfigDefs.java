package kaflint.referee;

import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import kaflint.catalog.Mirror;

/** What a release's ConfigDef says about keys, and how it prints values. */
final class ConfigDefs {
    private final Release release;
    private final Method convertToString;

    ConfigDefs(Release release) throws ReflectiveOperationException {
        this.release = release;
        Class<?> type = release.type("org.apache.kafka.common.config.ConfigDef$Type");
        convertToString = release.type("org.apache.kafka.common.config.ConfigDef")
                .getMethod("convertToString", Object.class, type);
    }

    /** The definitions that a class keeps in a static field, in its Scala object, or gives from configDef(). */
    Object of(Class<?> home) throws Throwable {
        Class<?> configDef = release.type("org.apache.kafka.common.config.ConfigDef");
        Field only = null;
        for (Field field : home.getDeclaredFields()) {
            // LogConfig also holds the definitions that it gives to the broker, in SERVER_CONFIG_DEF.
            if (configDef.isAssignableFrom(field.getType()) && (only == null || field.getName().equals("CONFIG"))) {
                only = field;
            }
        }
        if (only != null) {
            boolean isStatic = Modifier.isStatic(only.getModifiers());
            return Mirror.read(only, isStatic ? null : Mirror.read(home.getDeclaredField("MODULE$"), null));
        }
        return Reflect.callStatic(home, "configDef");
    }

    @SuppressWarnings("unchecked")
    static Map<String, Object> keys(Object definition) {
        return (Map<String, Object>) Reflect.field(definition, "configKeys").orElseThrow();
    }

    /**
     * A config object's values in the form of convertToString: null stays null, a password is `[hidden]`, and a
     * client.id that nobody wrote is null, since it is made up.
     */
    Map<String, Object> effective(Object definition, Map<String, ?> values, Map<String, String> written)
            throws ReflectiveOperationException {
        Map<String, Object> result = new LinkedHashMap<>();
        for (Map.Entry<String, Object> key : keys(definition).entrySet()) {
            Object value = values.get(key.getKey());
            boolean generated = key.getKey().equals("client.id") && written.getOrDefault("client.id", "").isBlank();
            Object type = Reflect.field(key.getValue(), "type").orElseThrow();
            result.put(key.getKey(), value == null || generated ? null : convertToString.invoke(null, value, type));
        }
        return result;
    }

    /** The same for an AbstractConfig. */
    @SuppressWarnings("unchecked")
    Map<String, Object> effective(Object definition, Object config, Map<String, String> written) throws Throwable {
        return effective(definition, (Map<String, ?>) Reflect.call(config, "values"), written);
    }

    static Optional<Object> typeOf(Object definition, String key) {
        Object found = keys(definition).get(key);
        return found == null ? Optional.empty() : Reflect.field(found, "type");
    }
}
