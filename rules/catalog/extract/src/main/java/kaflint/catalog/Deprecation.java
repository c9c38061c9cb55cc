package kaflint.catalog;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Decides whether a key is deprecated in a release. It is if either
 * <ul>
 * <li>the role's config class, or one that it extends, has constants with the key's name and all of them are
 * annotated with Deprecated: a second constant that is not annotated means that only the first one's spelling is
 * deprecated; constants of shared classes such as SslConfigs are not asked, since they also are deprecated for having
 * moved;
 * <li>or the key's documentation begins by saying so, or has a sentence of its own that says it of the whole key.
 * </ul>
 */
final class Deprecation {
    private static final Pattern DOCUMENTED = Pattern.compile(
            "^[(\\[]?deprecated\\b|\\bthis config(uration)? (is|has been) deprecated\\b|\\. deprecated[.:;]",
            Pattern.CASE_INSENSITIVE);

    private final Set<Object> annotated = new HashSet<>();

    Deprecation(KafkaRelease release, Role role) {
        Set<Object> current = new HashSet<>();
        Class<?> home = role.classNames().stream().flatMap(name -> release.findClass(name).stream()).findFirst().get();
        for (; home != null; home = home.getSuperclass()) {
            collect(home, current);
        }
        if (role == Role.TOPIC) {
            collect(release.getClass("org.apache.kafka.common.config.TopicConfig"), current);
        }
        annotated.removeAll(current);
    }

    private void collect(Class<?> home, Set<Object> current) {
        for (Field field : home.getDeclaredFields()) {
            if (Modifier.isStatic(field.getModifiers()) && field.getType() == String.class) {
                Set<Object> names = field.isAnnotationPresent(Deprecated.class) ? annotated : current;
                names.add(Mirror.read(field, null));
            }
        }
    }

    boolean isDeprecated(String key, String documentation) {
        return annotated.contains(key) || DOCUMENTED.matcher(documentation).find();
    }
}
