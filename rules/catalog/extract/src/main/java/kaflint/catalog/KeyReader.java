package kaflint.catalog;

import java.lang.reflect.Method;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Turns a ConfigDef of one release into the records of its keys. */
final class KeyReader {
    private final KafkaRelease release;
    private final Role role;
    private final Deprecation deprecation;
    private final Method convertToString;

    KeyReader(KafkaRelease release, Role role) {
        this.release = release;
        this.role = role;
        this.deprecation = new Deprecation(release, role);
        Class<?> configDef = release.getClass("org.apache.kafka.common.config.ConfigDef");
        Class<?> type = release.getClass("org.apache.kafka.common.config.ConfigDef$Type");
        try {
            convertToString = configDef.getMethod("convertToString", Object.class, type);
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The keys in the order in which ConfigDef defines, and therefore parses and validates, them. */
    Map<String, Key> read(Object configDef) {
        Map<String, Key> keys = new LinkedHashMap<>();
        for (Object configKey : ((Map<?, ?>) Mirror.field(configDef, "configKeys")).values()) {
            Key key = readKey(configKey);
            keys.put(key.name(), key);
        }
        return keys;
    }

    private Key readKey(Object configKey) {
        String name = (String) Mirror.field(configKey, "name");
        String type = Mirror.field(configKey, "type").toString().toLowerCase(Locale.ROOT);
        Object validator = Mirror.findField(configKey, "validator").orElse(null);
        String documentation = (String) Mirror.findField(configKey, "documentation").orElse("");
        // Older releases have no internal keys, and no field that says so.
        boolean internal = (Boolean) Mirror.findField(configKey, "internalConfig").orElse(false);
        try {
            return new Key(
                    name,
                    type,
                    defaultOf(configKey),
                    validator == null ? List.of() : new ValidatorReader(type, name).read(validator),
                    Mirror.field(configKey, "importance").toString().toLowerCase(Locale.ROOT),
                    deprecation.isDeprecated(name, documentation),
                    internal,
                    null,
                    List.of());
        } catch (RuntimeException e) {
            throw new IllegalStateException(release.version() + " " + role.text() + " " + name, e);
        }
    }

    private String defaultOf(Object configKey) {
        Method hasDefault;
        try {
            hasDefault = configKey.getClass().getMethod("hasDefault");
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException(e);
        }
        if (!(Boolean) Mirror.callUnchecked(hasDefault, configKey)) {
            return null;
        }
        Object value = Mirror.findField(configKey, "defaultValue").orElse(null);
        if (value == null) {
            return "null";
        }
        if (value.getClass().getSimpleName().equals("Password")) {
            // convertToString hides it.
            return Yaml.quote((String) Mirror.field(value, "value"));
        }
        return Yaml.quote((String) Mirror.callUnchecked(convertToString, null, value, Mirror.field(configKey, "type")));
    }
}
